package org.chizheng.practical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.record.Recording;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Who is admitted, by the policy of the day of the practical: the last day of Order 30 and the first of Order 19 are beside each other. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AdmittingTest {
    private static final LocalDate OLD = LocalDate.of(2026, 5, 31);
    private static final LocalDate NEW = LocalDate.of(2026, 6, 1);

    @Inject
    PracticalDay days;

    @Inject
    Practicals practicals;

    @Inject
    Recording recording;

    @Inject
    Certified certified;

    @Inject
    Sql sql;

    private void assertRefused(String reason, PracticalDay.Day day, Workplace.Someone someone) {
        assertThatThrownBy(() -> days.admit(day, someone))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);
    }

    @Test
    void onlyWhoeverHasPassedTheTheoryWithinTheLastYear() {
        PracticalDay.Day day = days.on(NEW, 2);
        Workplace.Someone nobody = days.passedTheory(NEW.plusDays(1));
        assertRefused("THEORY_MISSING", day, nobody);
        assertRefused(
                "THEORY_MISSING", day, days.passedTheory(NEW.minusMonths(12).minusDays(1)));
        UUID first = days.admit(day, days.passedTheory(NEW.minusMonths(12)));
        days.admit(day, days.passedTheory(NEW));
        UUID third = days.admit(day, days.passedTheory(NEW));
        assertThat(Duration.between(
                        practicals.candidate(first).slotAt(),
                        practicals.candidate(third).slotAt()))
                .as("two stations, so the third is due an hour later")
                .isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void fiveAttemptsUnderTheNewOrderTwoUnderTheOldAndTheTheoryAgainGivesNewOnes() {
        PracticalDay.Day old = days.on(OLD, 1);
        PracticalDay.Day day = days.on(NEW, 1);
        Workplace.Someone someone = days.passedTheory(OLD.minusDays(40));
        failed(someone, 2);
        assertRefused("ATTEMPTS_USED", old, someone);
        days.admit(day, someone);
        Workplace.Someone often = days.passedTheory(OLD.minusDays(40));
        failed(often, 5);
        assertRefused("ATTEMPTS_USED", day, often);
        days.fact(often, "THEORY_PASSED", OLD.minusDays(1));
        days.admit(day, often);
    }

    private void failed(Workplace.Someone someone, int times) {
        for (int i = 0; i < times; i++) {
            days.fact(someone, "PRACTICAL_FAILED", OLD.minusDays(30 - i));
        }
    }

    @Test
    void nobodyWhoHasPassedIsBannedOrIsAdmittedAlready() {
        PracticalDay.Day day = days.on(NEW, 1);
        Workplace.Someone passed = days.passedTheory(NEW.minusDays(10));
        days.fact(passed, "PRACTICAL_PASSED", NEW.minusDays(5));
        assertRefused("ALREADY_PASSED", day, passed);
        Workplace.Someone banned = days.passedTheory(NEW.minusDays(10));
        recording.add(banned.id(), PracticalDay.LOW, "BAN", NEW.minusDays(1), null, Ids.next(), "order-19-operator");
        assertRefused("BANNED", day, banned);
        PracticalDay.Day today = days.today(1);
        Workplace.Someone twice = days.passedTheory(org.chizheng.common.OfficialClock.dateOf(
                practicals.get(today.id()).startsAt()));
        days.admit(today, twice);
        assertRefused("ALREADY_ADMITTED", today, twice);
        assertThat(practicals.times(twice.id()))
                .singleElement()
                .satisfies(time ->
                        assertThat(Duration.between(time.from(), time.until())).isEqualTo(Duration.ofMinutes(60)));
    }

    @Test
    void nobodyIsDueInTwoPlaces() throws SQLException {
        PracticalDay.Day day = days.on(NEW, 1);
        Workplace.Someone someone = days.passedTheory(NEW.minusDays(3));
        UUID session = sql.first(
                        "SELECT session_id FROM result WHERE id = ?",
                        row -> row.getObject(1, UUID.class),
                        certified.passed(someone.id(), "principal-hazchem-production"))
                .orElseThrow();
        PostgresResource.asOwner("UPDATE exam_session SET state = 'SCHEDULED', starts_at = '%s' WHERE id = '%s'"
                .formatted(practicals.get(day.id()).startsAt(), session));
        assertRefused("ELSEWHERE", day, someone);
        PostgresResource.asOwner("UPDATE exam_session SET state = 'ENDED' WHERE id = '%s'".formatted(session));
        days.admit(day, someone);
    }

    @Test
    void aDayHasAnEnd() {
        PracticalDay.Day day = days.on(NEW, 1);
        for (int i = 0; i < 23; i++) {
            days.admit(day, days.passedTheory(NEW));
        }
        assertRefused("DAY_FULL", day, days.passedTheory(NEW));
    }
}
