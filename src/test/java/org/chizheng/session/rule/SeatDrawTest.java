package org.chizheng.session.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.chizheng.session.rule.SeatDraw.Seat;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeatDrawTest {
    private static final int DRAWS = 4000;

    /** A01 … A10, B01 … as rooms are labelled. */
    private static List<Seat> room(int seats, Set<String> colleagues, Set<String> strangers) {
        List<Seat> room = new ArrayList<>();
        for (int i = 0; i < seats; i++) {
            String label = (char) ('A' + i / 10) + "%02d".formatted(i % 10 + 1);
            boolean colleague = colleagues.contains(label);
            room.add(new Seat(new UUID(0, i), label, colleague || strangers.contains(label), colleague));
        }
        return room;
    }

    private static Map<String, Integer> drawn(List<Seat> room, long seed) {
        Random random = new Random(seed);
        Map<UUID, String> labels = room.stream().collect(Collectors.toMap(Seat::id, Seat::label));
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            counts.merge(labels.get(SeatDraw.draw(room, random).orElseThrow()), 1, Integer::sum);
        }
        return counts;
    }

    /** Every seat that may be drawn is as likely as another: χ² with k-1 degrees of freedom stays below mean plus seven standard deviations. */
    @Property(tries = 20)
    void everySeatApartIsEquallyLikely(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int colleagues) {
        Set<String> sitting =
                Set.of(List.of("A02", "A10", "B05").subList(0, colleagues).toArray(String[]::new));
        List<Seat> room = room(20, sitting, Set.of("A05", "B09"));
        Map<String, Integer> counts = drawn(room, seed);
        int seats = counts.size();
        double expected = (double) DRAWS / seats;
        double square = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(seats).isEqualTo(List.of(18, 15, 13, 10).get(colleagues));
        assertThat(square).isLessThan(seats - 1 + 7 * Math.sqrt(2.0 * (seats - 1)));
    }

    @Test
    void besideAColleagueIsAvoidedInTheSameRowOnly() {
        assertThat(drawn(room(20, Set.of("A10"), Set.of()), 1).keySet())
                .doesNotContain("A09", "A10")
                .contains("A01", "B01")
                .hasSize(18);
    }

    @Test
    void whenNoOtherIsFreeASeatBesideAColleagueIsGiven() {
        assertThat(drawn(room(3, Set.of("A02"), Set.of()), 1).keySet()).containsExactlyInAnyOrder("A01", "A03");
    }

    @Test
    void aFullRoomGivesNothing() {
        assertThat(SeatDraw.draw(room(2, Set.of("A01"), Set.of("A02")), new Random(1)))
                .isEmpty();
    }

    @Test
    void labelsWithoutANumberHaveNoNeighbours() {
        List<Seat> room =
                List.of(new Seat(new UUID(0, 1), "door", true, true), new Seat(new UUID(0, 2), "window", false, false));
        assertThat(SeatDraw.draw(room, new Random(1))).contains(new UUID(0, 2));
    }
}
