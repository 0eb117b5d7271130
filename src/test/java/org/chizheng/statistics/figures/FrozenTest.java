package org.chizheng.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.junit.jupiter.api.Test;

/** The bytes that are signed: they may not change while a snapshot in that form is kept. */
class FrozenTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Instant KNOWN = Instant.parse("2026-06-30T16:00:00Z");
    private static final String FIRST =
            "{\"asOf\":\"2026-06-30\",\"knownAt\":\"2026-06-30T16:00:00Z\",\"columns\":[\"required\",\"covered\",\"grace\"],"
                    + "\"regions\":[[\"32\",5,3,1],[\"3201\",5,3,1]],\"qualifications\":[[\"3201\",\"A\",false,3,2,0],[\"3201\",\"A\",true,2,1,1]]";
    private static final String GROUPS =
            ",\"industriesAndSizes\":[[\"3201\",\"\",\"\",1,0,1],[\"3201\",\"15\",\"LARGE\",3,3,0],[\"3201\",\"15\",\"SMALL\",1,0,0]]";

    private static Map<Cell, Counts> sums() {
        Map<Cell, Counts> sums = new LinkedHashMap<>();
        sums.put(group("15", "SMALL"), new Counts(1, 0, 0));
        sums.put(Cell.of("3201", "A", true), new Counts(2, 1, 1));
        sums.put(Cell.of("3202"), Counts.NONE);
        sums.put(Cell.of("3201"), new Counts(5, 3, 1));
        sums.put(group("15", "LARGE"), new Counts(3, 3, 0));
        sums.put(Cell.of("3201", "A", false), new Counts(3, 2, 0));
        sums.put(group("", ""), new Counts(1, 0, 1));
        sums.put(Cell.of("32"), new Counts(5, 3, 1));
        return sums;
    }

    private static Cell group(String industry, String size) {
        return Cell.of("3201", industry, size);
    }

    @Test
    void sumsStandInOneOrderAndThoseOfNothingAreLeftOut() {
        assertThat(Frozen.body(DAY, KNOWN, sums(), Frozen.Form.INDUSTRIES_AND_SIZES_TOO))
                .isEqualTo(FIRST + GROUPS + "}");
    }

    @Test
    void aSnapshotOfTheFirstFormIsLookedAtAgainInIt() {
        String first = FIRST + "}";
        assertThat(Frozen.body(DAY, KNOWN, sums(), Frozen.Form.of(first))).isEqualTo(first);
        assertThat(Frozen.Form.of(FIRST + GROUPS + "}")).isEqualTo(Frozen.Form.INDUSTRIES_AND_SIZES_TOO);
    }
}
