package org.chizheng.scoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.chizheng.scoring.rule.ToldCells.Cell;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No answer, and no difference of two, is about fewer people than a whole cell. */
class ToldCellsTest {
    private static final YearMonth RUNNING = YearMonth.of(2026, 11);
    private static final int LEAST = 10;

    /** The sums of one session: people in a cell. */
    record Sum(Cell cell, long people) {}

    @Provide
    Arbitrary<List<Sum>> sessions() {
        Arbitrary<Cell> cells = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(8, 11))
                .as((room, qualification, month) ->
                        new Cell(new UUID(0, room), qualification, YearMonth.of(2026, month)));
        return Combinators.combine(cells, Arbitraries.longs().between(0, 12))
                .as(Sum::new)
                .list()
                .ofMaxSize(30);
    }

    private static List<Sum> told(List<Sum> sums) {
        return ToldCells.of(sums, Sum::cell, Sum::people, LEAST, RUNNING);
    }

    private static Set<Sum> within(List<Sum> sums, YearMonth from, YearMonth to) {
        return new HashSet<>(told(sums.stream()
                .filter(sum -> !sum.cell().month().isBefore(from)
                        && !sum.cell().month().isAfter(to))
                .toList()));
    }

    @Property
    void whatTwoPeriodsDifferByIsWholeCellsOfEnoughPeople(
            @ForAll("sessions") List<Sum> sums, @ForAll int first, @ForAll int second) {
        YearMonth long1 = YearMonth.of(2026, 8 + Math.floorMod(first, 3));
        YearMonth long2 = YearMonth.of(2026, 8 + Math.floorMod(second, 3));
        Set<Sum> more = within(sums, long1, RUNNING);
        Set<Sum> fewer = within(sums, long2, RUNNING);
        Set<Sum> difference = new HashSet<>(more);
        difference.removeAll(fewer);
        Map<Cell, Long> all =
                sums.stream().collect(Collectors.groupingBy(Sum::cell, Collectors.summingLong(Sum::people)));
        assertThat(difference).allSatisfy(sum -> assertThat(all.get(sum.cell())).isGreaterThanOrEqualTo(LEAST));
        assertThat(more).noneMatch(sum -> sum.cell().month().equals(RUNNING));
    }

    @Property
    void aQualificationAloneIsNoMoreThanItWasAmongAll(@ForAll("sessions") List<Sum> sums) {
        List<Sum> among = told(sums).stream()
                .filter(sum -> sum.cell().qualification().equals("a"))
                .toList();
        assertThat(told(sums.stream()
                        .filter(sum -> sum.cell().qualification().equals("a"))
                        .toList()))
                .isEqualTo(among);
    }

    @Example
    void whoMayKnowEverybodyIsToldAll() {
        List<Sum> sums = List.of(new Sum(new Cell(new UUID(0, 1), "a", RUNNING), 1));
        assertThat(ToldCells.of(sums, Sum::cell, Sum::people, 0, RUNNING)).isEqualTo(sums);
        assertThat(told(sums)).isEmpty();
    }
}
