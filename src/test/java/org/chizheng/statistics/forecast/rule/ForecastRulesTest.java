package org.chizheng.statistics.forecast.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.chizheng.statistics.figures.rule.Counts;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Months add up to what is open and what lapses, the target is reached and held, and rounding never loses a seat. */
class ForecastRulesTest {
    private static final int MONTHS = 12;

    @Provide
    Arbitrary<Course> courses() {
        Arbitrary<Counts> point = Combinators.combine(
                        Arbitraries.longs().between(0, 400),
                        Arbitraries.longs().between(0, 400),
                        Arbitraries.longs().between(0, 50))
                .as((covered, open, grace) -> new Counts(covered + open, covered, Math.min(grace, open)));
        return point.list().ofSize(MONTHS + 1).map(Course::new);
    }

    private static LongStream each(java.util.function.IntToLongFunction month) {
        return IntStream.range(0, MONTHS).mapToLong(month);
    }

    @Property
    void theMonthsAddUpToWhatIsOpenAndWhatOpens(
            @ForAll("courses") Course course, @ForAll @IntRange(min = 1, max = MONTHS) int target) {
        Plan plan = Plan.of(course, target, 0);
        long opens = each(m -> Math.max(0, course.open(m + 1) - course.open(m))).sum();
        assertThat(each(m -> plan.month(m).all()).sum()).isEqualTo(course.open(0) + opens);
        assertThat(each(m -> course.flow(m).lapses() + course.flow(m).coming()).sum())
                .isEqualTo(opens);
        assertThat(each(m -> course.flow(m).falling()).sum())
                .as("what opens less what falls away is the difference of end and beginning")
                .isEqualTo(opens - (course.open(MONTHS) - course.open(0)));
    }

    @Property
    void nothingIsNegative(
            @ForAll("courses") Course course,
            @ForAll @IntRange(min = 1, max = MONTHS) int target,
            @ForAll @IntRange(max = 40) int first) {
        Plan plan = Plan.of(course, target, first);
        for (int m = 0; m < MONTHS; m++) {
            Flow flow = course.flow(m);
            assertThat(List.of(
                            flow.lapses(),
                            flow.coming(),
                            flow.falling(),
                            flow.graceEnds(),
                            plan.month(m).initial(),
                            plan.month(m).renewal(),
                            plan.open(m)))
                    .allMatch(figure -> figure >= 0);
        }
    }

    @Property
    void hundredPerCentIsReachedAtTheTargetAndHeld(
            @ForAll("courses") Course course, @ForAll @IntRange(min = 1, max = MONTHS) int target) {
        Plan plan = Plan.of(course, target, 0);
        for (int point = target; point <= MONTHS; point++) {
            assertThat(plan.open(point)).as("month " + point).isZero();
        }
    }

    @Property
    void neverMoreIsOpenWithThePlanThanWithoutAndALaterTargetLeavesNoLessOpen(
            @ForAll("courses") Course course, @ForAll @IntRange(min = 1, max = MONTHS - 1) int target) {
        Plan sooner = Plan.of(course, target, 0);
        Plan later = Plan.of(course, target + 1, 0);
        for (int point = 0; point <= MONTHS; point++) {
            assertThat(sooner.open(point)).isLessThanOrEqualTo(course.open(point));
            assertThat(sooner.open(point)).isLessThanOrEqualTo(later.open(point));
        }
    }

    @Property
    void whereNothingFallsAwayWhatIsOpenWithThePlanOnlyFalls(
            @ForAll @Size(MONTHS) List<@LongRange(max = 30) Long> lapses,
            @ForAll @LongRange(max = 500) long open,
            @ForAll @IntRange(min = 1, max = MONTHS) int target) {
        List<Counts> points = new ArrayList<>(List.of(new Counts(1000, 1000 - open, 0)));
        lapses.forEach(lapse -> {
            Counts last = points.get(points.size() - 1);
            points.add(new Counts(1000, last.covered() - lapse, 0));
        });
        Plan plan = Plan.of(new Course(points), target, 0);
        assertThat(each(plan::open).boxed().toList()).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(each(m -> plan.month(m).renewal()).boxed().toList()).isEqualTo(lapses);
    }

    @Property
    void sharesAddUpAreEqualWithinOneAndEndAtTheTarget(
            @ForAll @LongRange(max = 3_000_000) long whole,
            @ForAll @IntRange(min = 1, max = MONTHS) int target,
            @ForAll @IntRange(max = 1000) int first) {
        List<Long> shares = Plan.shares(whole, MONTHS, target, first);
        assertThat(shares.stream().mapToLong(s -> s).sum()).isEqualTo(whole);
        assertThat(shares.subList(0, target)).allMatch(share -> share == whole / target || share == whole / target + 1);
        assertThat(shares.subList(target, MONTHS)).allMatch(share -> share == 0);
    }

    @Property
    void partsThatGoOnWhereTheLastOneStoppedAreEvenTogether(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 50) Long> parts,
            @ForAll @IntRange(min = 1, max = MONTHS) int target) {
        long[] sums = new long[target];
        int first = 0;
        for (long part : parts) {
            List<Long> shares = Plan.shares(part, MONTHS, target, first);
            IntStream.range(0, target).forEach(m -> sums[m] += shares.get(m));
            first += (int) (part % target);
        }
        assertThat(LongStream.of(sums).max().orElseThrow()
                        - LongStream.of(sums).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Example
    void aTargetOutsideTheMonthsIsRefused() {
        assertThatThrownBy(() -> Plan.shares(5, 12, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plan.shares(5, 12, 13, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Plan.shares(-1, 12, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Course(List.of(Counts.NONE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void lapsesAreToldFromWhoComesAndWhoGoes() {
        Counts before = new Counts(10, 8, 1);
        assertThat(flow(before, new Counts(10, 5, 0))).isEqualTo(new Flow(3, 0, 0, 1));
        assertThat(flow(before, new Counts(9, 7, 1))).as("a holder leaves").isEqualTo(Flow.NONE);
        assertThat(flow(before, new Counts(9, 8, 1)))
                .as("one who is open leaves")
                .isEqualTo(new Flow(0, 0, 1, 0));
        assertThat(flow(before, new Counts(12, 7, 2)))
                .as("two come, one lapses")
                .isEqualTo(new Flow(1, 2, 0, 0));
        assertThat(flow(before, new Counts(10, 9, 1)))
                .as("a certificate begins")
                .isEqualTo(new Flow(0, 0, 1, 0));
    }

    private static Flow flow(Counts before, Counts after) {
        return new Course(List.of(before, after)).flow(0);
    }

    @Property
    void attemptsOfMonthsAddUpToThoseOfAllAndAreNeverFewerThanPeople(
            @ForAll @Size(max = 12) List<@LongRange(max = 5000) Long> people,
            @ForAll @LongRange(min = 1, max = 2000) long passed,
            @ForAll @LongRange(max = 2000) long failed) {
        PassRate rate = new PassRate(passed + failed, passed, 30);
        List<Long> attempts = rate.attempts(people);
        long all = people.stream().mapToLong(p -> p).sum();
        long sum = attempts.stream().mapToLong(a -> a).sum();
        assertThat(sum).isEqualTo(rate.attempts(all)).isGreaterThanOrEqualTo(all);
        assertThat(attempts).allMatch(a -> a >= 0);
        if (rate.isKnown()) {
            BigDecimal passes = BigDecimal.valueOf(sum).multiply(BigDecimal.valueOf(passed));
            assertThat(passes)
                    .as("enough for all to pass, and not one more")
                    .isGreaterThanOrEqualTo(BigDecimal.valueOf(all * (passed + failed)));
            assertThat(passes.subtract(BigDecimal.valueOf(passed)))
                    .isLessThan(BigDecimal.valueOf(all * (passed + failed)).max(BigDecimal.ONE));
        } else {
            assertThat(attempts).isEqualTo(people);
        }
    }

    @Example
    void ofTooFewResultsNoRateIsMade() {
        assertThat(new PassRate(29, 20, 30).isKnown()).isFalse();
        assertThat(new PassRate(29, 20, 30).percent()).isEmpty();
        assertThat(new PassRate(30, 20, 30).percent()).contains(new BigDecimal("66.6"));
        assertThat(new PassRate(30, 20, 30).attempts(100)).isEqualTo(150);
        assertThat(new PassRate(50, 0, 30).isKnown()).as("nobody passed").isFalse();
        assertThatThrownBy(() -> new PassRate(1, 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aGapOfASumIsNeverLessThanThatOfItsFreeSeats(
            @ForAll @LongRange(max = 500) long need,
            @ForAll @LongRange(max = 500) long free,
            @ForAll @LongRange(max = 500) long otherNeed,
            @ForAll @LongRange(max = 500) long otherFree) {
        Places one = Places.of(need, 0, free, 3);
        Places sum = one.plus(Places.of(otherNeed, 0, otherFree, 4));
        assertThat(one.gap()).isEqualTo(Math.max(0, need - free));
        assertThat(sum.gap()).isGreaterThanOrEqualTo(Math.max(0, sum.need() - sum.free()));
        assertThat(sum.booked()).isEqualTo(7);
    }

    @Example
    void whatThePolicyAsksFor() {
        Certified certified = new Certified(10, 4);
        ExamTerms operator = new ExamTerms(true, true, true, 0, 8);
        assertThat(operator.theory(certified)).isEqualTo(14);
        assertThat(operator.practical(certified))
                .as("a renewal has no practical")
                .isEqualTo(10);
        assertThat(operator.hours(certified)).isEqualTo(32);
        assertThat(operator.unsaid(certified)).isEqualTo(10);
        ExamTerms manager = new ExamTerms(true, false, false, 48, 16);
        assertThat(manager.theory(certified)).isEqualTo(10);
        assertThat(manager.practical(certified)).isZero();
        assertThat(manager.hours(certified)).isEqualTo(10 * 48 + 4 * 16);
        assertThat(manager.unsaid(certified)).isZero();
        assertThat(ExamTerms.UNKNOWN.theory(certified)).isZero();
        assertThat(ExamTerms.UNKNOWN.unsaid(certified)).isEqualTo(14);
    }

    @Property
    void aClassOfOneKindIsNoneOfTheOther(
            @ForAll @LongRange(max = 90) long beginners,
            @ForAll @LongRange(max = 90) long renewing,
            @ForAll @LongRange(max = 5000) long initial,
            @ForAll @LongRange(max = 5000) long renewal) {
        Certified certified = new Certified(beginners, renewing);
        ExamTerms manager = new ExamTerms(true, false, false, 48, 16);
        Training training = manager.training(certified, initial, renewal);
        assertThat(training.planned()).isEqualTo(initial + renewal);
        assertThat(training.gap())
                .isEqualTo(Math.max(0, beginners * 48 - initial) + Math.max(0, renewing * 16 - renewal));
        assertThat(ExamTerms.UNKNOWN.training(certified, initial, renewal).gap())
                .isZero();
    }

    @Example
    void shades() {
        assertThat(Heat.of(0, 0)).isEqualTo(Heat.NOTHING);
        assertThat(Heat.of(0, 9)).isEqualTo(Heat.ENOUGH);
        assertThat(Heat.of(3, 9)).isEqualTo(Heat.LOW);
        assertThat(Heat.of(4, 9)).isEqualTo(Heat.MIDDLE);
        assertThat(Heat.of(6, 9)).isEqualTo(Heat.MIDDLE);
        assertThat(Heat.of(7, 9)).isEqualTo(Heat.HIGH);
    }
}
