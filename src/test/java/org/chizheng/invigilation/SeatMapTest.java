package org.chizheng.invigilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.chizheng.invigilation.rule.SeatMap;
import org.junit.jupiter.api.Test;

/** How a room's seats stand, by their labels. */
class SeatMapTest {
    @Test
    void lettersAreRowsAndNumbersArePlaces() {
        assertThat(SeatMap.of(List.of("B02", "A01", "B01", "A10", "A2")))
                .containsExactly(
                        new SeatMap.Row(
                                "A", Arrays.asList("A01", "A2", null, null, null, null, null, null, null, "A10")),
                        new SeatMap.Row("B", List.of("B01", "B02")));
    }

    @Test
    void numbersAloneStandInRowsOfTen() {
        List<SeatMap.Row> rows = SeatMap.of(IntStream.rangeClosed(1, 25)
                .filter(n -> n != 12)
                .mapToObj("%03d"::formatted)
                .toList());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).places()).hasSize(10).startsWith("011", null, "013");
        assertThat(rows.get(2).places()).containsExactly("021", "022", "023", "024", "025");
        assertThat(SeatMap.width(rows)).isEqualTo(10);
    }

    @Test
    void everyLabelStandsOnTheMapOnce() {
        List<String> odd = List.of("窗边", "门口", "第3排7", "第3排8", "C999", "C1000", "");
        assertThat(SeatMap.of(odd).stream()
                        .flatMap(row -> row.places().stream())
                        .filter(place -> place != null))
                .containsExactlyInAnyOrderElementsOf(odd);
    }

    @Test
    void aRoomWithoutSeatsHasNoRows() {
        assertThat(SeatMap.of(List.of())).isEmpty();
        assertThat(SeatMap.width(List.of())).isEqualTo(1);
    }
}
