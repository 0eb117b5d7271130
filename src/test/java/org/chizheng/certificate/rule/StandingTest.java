package org.chizheng.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.certificate.rule.Standing.CANCELLED;
import static org.chizheng.certificate.rule.Standing.EXPIRED;
import static org.chizheng.certificate.rule.Standing.EXPIRING;
import static org.chizheng.certificate.rule.Standing.NOT_YET_VALID;
import static org.chizheng.certificate.rule.Standing.REVIEW_DUE;
import static org.chizheng.certificate.rule.Standing.REVIEW_OVERDUE;
import static org.chizheng.certificate.rule.Standing.REVOKED;
import static org.chizheng.certificate.rule.Standing.SUPERSEDED;
import static org.chizheng.certificate.rule.Standing.SUSPENDED;
import static org.chizheng.certificate.rule.Standing.VALID;
import static org.chizheng.certificate.rule.Standing.WITHDRAWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.chizheng.certificate.rule.Standing.Event;
import org.chizheng.certificate.rule.Standing.Facts;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class StandingTest {
    private static final LocalDate FROM = LocalDate.of(2024, 3, 1);
    private static final LocalDate TO = LocalDate.of(2030, 2, 28);
    private static final LocalDate MAY_30 = LocalDate.of(2026, 5, 30);
    private static final LocalDate MAY_31 = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);
    private static final int EXPIRING_DAYS = 60;
    private static final int WINDOW = 60;

    private static Standing on(LocalDate day, Event... events) {
        return Standing.on(day, new Facts(FROM, TO, Reviews.NONE, EXPIRING_DAYS, List.of(events)));
    }

    private static Standing reviewed(LocalDate day, LocalDate due, Event... events) {
        return Standing.on(day, new Facts(FROM, TO, new Reviews(due, MAY_31, WINDOW), EXPIRING_DAYS, List.of(events)));
    }

    private static Event event(String kind, LocalDate day) {
        return new Event(kind, day, null);
    }

    @Test
    void itIsValidFromItsFirstDayToItsLastAndExpiringInTheDaysOfThePolicy() {
        assertThat(on(FROM.minusDays(1))).isEqualTo(NOT_YET_VALID);
        assertThat(on(FROM)).isEqualTo(VALID);
        assertThat(on(TO.minusDays(61))).isEqualTo(VALID);
        assertThat(on(TO.minusDays(60))).isEqualTo(EXPIRING);
        assertThat(on(TO)).isEqualTo(EXPIRING);
        assertThat(on(TO.plusDays(1))).isEqualTo(EXPIRED);
    }

    @Test
    void aReviewDueOnThe30thOfMay2026IsHeldAndOverdueFromThe31stOn() {
        assertThat(reviewed(MAY_30.minusDays(61), MAY_30)).isEqualTo(VALID);
        assertThat(reviewed(MAY_30.minusDays(60), MAY_30)).isEqualTo(REVIEW_DUE);
        assertThat(reviewed(MAY_30, MAY_30)).as("the last day itself").isEqualTo(REVIEW_DUE);
        assertThat(reviewed(MAY_31, MAY_30)).isEqualTo(REVIEW_OVERDUE);
        assertThat(reviewed(JUNE_1, MAY_30))
                .as("Order 19 does not heal what was missed")
                .isEqualTo(REVIEW_OVERDUE);
    }

    @Test
    void aReviewDueOnThe31stOfMay2026IsTheLastThatIsHeld() {
        assertThat(reviewed(MAY_31, MAY_31)).isEqualTo(REVIEW_DUE);
        assertThat(reviewed(JUNE_1, MAY_31)).isEqualTo(REVIEW_OVERDUE);
    }

    @Test
    void aReviewThatWouldFallDueOnThe1stOfJune2026OrLaterIsNotHeld() {
        for (LocalDate due : List.of(JUNE_1, JUNE_1.plusDays(1), JUNE_1.plusYears(1))) {
            assertThat(reviewed(MAY_31, due)).as("before " + due).isEqualTo(VALID);
            assertThat(reviewed(due, due)).as("on " + due).isEqualTo(VALID);
            assertThat(reviewed(due.plusDays(1), due)).as("after " + due).isEqualTo(VALID);
        }
    }

    @Test
    void aReviewThatWasHeldSetsTheNextDayOrNone() {
        LocalDate due = LocalDate.of(2025, 2, 28);
        LocalDate held = LocalDate.of(2025, 2, 1);
        assertThat(reviewed(MAY_30, due)).isEqualTo(REVIEW_OVERDUE);
        assertThat(reviewed(MAY_30, due, new Event("REVIEWED", held, null))).isEqualTo(VALID);
        assertThat(reviewed(MAY_30, due, new Event("REVIEWED", held, MAY_31))).isEqualTo(REVIEW_DUE);
        assertThat(reviewed(held.minusDays(1), due, new Event("REVIEWED", held, null)))
                .as("not before it was held")
                .isEqualTo(REVIEW_DUE);
    }

    @Test
    void aReviewDoesNotEndASuspension() {
        assertThat(on(JUNE_1, event("SUSPENDED", MAY_30), new Event("REVIEWED", MAY_31, null)))
                .isEqualTo(SUSPENDED);
    }

    @Test
    void aSuspensionLastsUntilItIsEndedAndGoesBeforeEveryDate() {
        Event[] events = {event("SUSPENDED", MAY_30), event("REINSTATED", JUNE_1)};
        assertThat(on(MAY_30.minusDays(1), events)).isEqualTo(VALID);
        assertThat(on(MAY_30, events)).isEqualTo(SUSPENDED);
        assertThat(on(JUNE_1, events)).isEqualTo(VALID);
        assertThat(on(TO.plusDays(1), event("SUSPENDED", MAY_30))).isEqualTo(SUSPENDED);
    }

    @Test
    void endsStandForGoodAndInTheirOrder() {
        assertThat(on(TO.plusYears(9), event("REVOKED", MAY_30), event("REINSTATED", MAY_31)))
                .isEqualTo(REVOKED);
        assertThat(on(JUNE_1, event("CANCELLED", MAY_30), event("REVOKED", MAY_31)))
                .isEqualTo(REVOKED);
        assertThat(on(JUNE_1, event("CANCELLED", MAY_30), event("WITHDRAWN", MAY_31)))
                .isEqualTo(WITHDRAWN);
        assertThat(on(JUNE_1, event("SUPERSEDED", MAY_30), event("CANCELLED", MAY_31)))
                .isEqualTo(CANCELLED);
        assertThat(on(JUNE_1, event("SUSPENDED", MAY_30), event("SUPERSEDED", MAY_31)))
                .isEqualTo(SUPERSEDED);
    }

    @Test
    void whatIsReplacedLaterIsValidUntilThen() {
        assertThat(on(MAY_31, event("SUPERSEDED", JUNE_1))).isEqualTo(VALID);
        assertThat(on(JUNE_1, event("SUPERSEDED", JUNE_1))).isEqualTo(SUPERSEDED);
    }

    @Test
    void onlyARunningCertificateIsFit() {
        assertThat(List.of(Standing.values()).stream().filter(Standing::isFit))
                .containsExactly(REVIEW_DUE, EXPIRING, VALID);
        assertThat(List.of(Standing.values()).stream().filter(Standing::isEnded))
                .containsExactly(REVOKED, WITHDRAWN, CANCELLED, SUPERSEDED);
    }

    @Property
    void whoHasEndedNeverComesBack(
            @ForAll("lives") List<Event> events,
            @ForAll @IntRange(max = 3000) int day,
            @ForAll @IntRange(max = 3000) int later) {
        Standing before = on(FROM.plusDays(day), events.toArray(Event[]::new));
        Standing after = on(FROM.plusDays(day + later), events.toArray(Event[]::new));
        if (before.isEnded()) {
            assertThat(after.isEnded()).isTrue();
            assertThat(after).as("it can only get worse").isLessThanOrEqualTo(before);
        }
    }

    @Property
    void whatHappensLaterDoesNotChangeWhatWas(
            @ForAll("lives") List<Event> events, @ForAll @IntRange(max = 3000) int day) {
        LocalDate asked = FROM.plusDays(day);
        List<Event> until =
                events.stream().filter(e -> !e.effectiveOn().isAfter(asked)).toList();
        assertThat(on(asked, events.toArray(Event[]::new))).isEqualTo(on(asked, until.toArray(Event[]::new)));
    }

    @Property
    void nobodyIsFitOutsideTheDatesOrWhileSuspended(
            @ForAll("lives") List<Event> events, @ForAll @IntRange(min = -400, max = 3000) int day) {
        LocalDate asked = FROM.plusDays(day);
        if (on(asked, events.toArray(Event[]::new)).isFit()) {
            assertThat(asked).isBetween(FROM, TO);
            assertThat(Standing.isSuspended(events.stream()
                            .filter(e -> !e.effectiveOn().isAfter(asked))
                            .toList()))
                    .isFalse();
        }
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        Arbitrary<String> kinds = Arbitraries.of(
                "SUSPENDED", "REINSTATED", "REVIEWED", "REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED");
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 2500))
                .as((kind, day) -> new Event(kind, FROM.plusDays(day), null))
                .list()
                .ofMaxSize(6)
                .map(events -> {
                    List<Event> sorted = new ArrayList<>(events);
                    sorted.sort(Comparator.comparing(Event::effectiveOn));
                    return sorted;
                });
    }
}
