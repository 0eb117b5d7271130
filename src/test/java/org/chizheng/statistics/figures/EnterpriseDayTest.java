package org.chizheng.statistics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.chizheng.goal.rule.Standing;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Cover;
import org.chizheng.statistics.figures.rule.EnterpriseDay;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How an enterprise stands, beside a count that goes through the days one by one. */
class EnterpriseDayTest {
    private static final int TODAY = 3;
    private static final int REACH = 9;
    private static final int DAYS = 14;
    private static final String WELDER = "welder";
    private static final String MANAGER = "manager";
    private static final UUID ENTERPRISE = new UUID(0, 1);
    private static final EnterpriseDay DAY = new EnterpriseDay(TODAY, REACH, Set.of(MANAGER));

    /** One requirement of somebody: how it stands on each day, null where it is not counted; zone changes cut a stretch in two. */
    record Row(int person, String qualification, List<Cover> days, int moved) {
        UUID appointment() {
            return new UUID(person, qualification.hashCode());
        }

        List<Stretch> stretches() {
            List<Stretch> found = new ArrayList<>();
            int begun = 0;
            for (int day = 1; day <= days.size(); day++) {
                if (day == days.size() || day == moved || days.get(day) != days.get(begun)) {
                    if (days.get(begun) != null) {
                        found.add(new Stretch(
                                appointment(),
                                ENTERPRISE,
                                new Cell("320106", begun < moved ? null : "Z", qualification, true, "", ""),
                                days.get(begun),
                                new Span(begun, day)));
                    }
                    begun = day;
                }
            }
            return found;
        }

        /** First of the days since when it has been open without a break. */
        int openSince() {
            int day = TODAY;
            while (day > 0 && days.get(day - 1) == Cover.OPEN) {
                day--;
            }
            return day;
        }

        /** Last day of cover, in reach, after which more is required; -1 for none. */
        int runsOut() {
            if (days.get(TODAY) != Cover.HELD) {
                return -1;
            }
            int end = TODAY;
            while (end < days.size() && days.get(end) == Cover.HELD) {
                end++;
            }
            return end < days.size() && days.get(end) != null && end - 1 <= REACH ? end - 1 : -1;
        }
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Cover> covers =
                Arbitraries.of(Cover.HELD, Cover.OPEN, Cover.GRACE).injectNull(0.2);
        Arbitrary<List<Cover>> days = covers.list()
                .ofSize(5)
                .map(five -> IntStream.range(0, DAYS)
                        .mapToObj(day -> five.get(day / 3))
                        .collect(ArrayList::new, List::add, List::addAll));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(WELDER, MANAGER),
                        days,
                        Arbitraries.integers().between(1, DAYS))
                .as(Row::new)
                .list()
                .ofMaxSize(8)
                .map(rows -> List.copyOf(rows.stream()
                        .collect(Collectors.toMap(Row::appointment, row -> row, (one, other) -> one))
                        .values()));
    }

    private static Standing of(List<Row> rows) {
        Map<Integer, List<Stretch>> people = rows.stream()
                .collect(Collectors.groupingBy(
                        Row::person, Collectors.flatMapping(row -> row.stretches().stream(), Collectors.toList())));
        return DAY.of(true, people.values());
    }

    @Property
    void isWhatGoingThroughTheDaysFinds(@ForAll("rows") List<Row> rows) {
        List<Row> today =
                rows.stream().filter(row -> row.days().get(TODAY) != null).toList();
        List<Row> open = today.stream()
                .filter(row -> row.days().get(TODAY) == Cover.OPEN)
                .toList();
        List<Integer> out =
                rows.stream().map(Row::runsOut).filter(day -> day >= 0).toList();
        assertThat(of(rows))
                .isEqualTo(new Standing(
                        true,
                        today.stream().map(Row::person).distinct().count(),
                        today.stream()
                                .filter(row -> row.qualification().equals(MANAGER)
                                        && row.days().get(TODAY) != Cover.OPEN)
                                .count(),
                        open.size(),
                        open.stream()
                                .map(Row::openSince)
                                .min(Integer::compareTo)
                                .map(LocalDate::ofEpochDay)
                                .orElse(null),
                        out.size(),
                        out.stream()
                                .min(Integer::compareTo)
                                .map(LocalDate::ofEpochDay)
                                .orElse(null)));
    }

    /** On every day the same up to one, then otherwise. */
    private static Row until(int day, Cover cover, Cover then) {
        return new Row(
                1,
                WELDER,
                IntStream.range(0, DAYS)
                        .mapToObj(at -> at < day ? cover : then)
                        .collect(ArrayList::new, List::add, List::addAll),
                DAYS);
    }

    @Test
    void theLastDayWithinReachIsToldAndTheDayAfterIsNot() {
        assertThat(of(List.of(until(REACH + 1, Cover.HELD, Cover.OPEN))).expiringOn())
                .isEqualTo(LocalDate.ofEpochDay(REACH));
        assertThat(of(List.of(until(REACH + 2, Cover.HELD, Cover.OPEN))).expiring())
                .isZero();
    }

    @Test
    void whoLeavesOnThatDayLacksNothing() {
        assertThat(of(List.of(until(6, Cover.HELD, null))).expiring()).isZero();
    }

    @Test
    void aMoveToAnotherZoneIsNoEnd() {
        Row moved = new Row(1, WELDER, until(DAYS, Cover.HELD, null).days(), 6);
        assertThat(moved.stretches()).hasSize(2);
        assertThat(of(List.of(moved)).expiring()).isZero();
    }

    @Test
    void whoIsInGraceIsNotMissing() {
        Standing standing = of(List.of(until(DAYS, Cover.GRACE, null)));
        assertThat(standing.people()).isEqualTo(1);
        assertThat(standing.missing()).isZero();
        assertThat(standing.missingSince()).isNull();
    }
}
