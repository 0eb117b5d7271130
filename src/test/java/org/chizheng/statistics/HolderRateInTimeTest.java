package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.certificate.life.ActForm;
import org.chizheng.certificate.life.Acting;
import org.chizheng.common.OfficialClock;
import org.chizheng.workforce.Leaving;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The two times: true on a day, known at an instant. Each test has a county of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HolderRateInTimeTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Leaving leaving;

    @Inject
    Acting acting;

    @Inject
    OfficialClock clock;

    private LocalDate today;

    @BeforeEach
    void now() {
        today = clock.today();
    }

    @Test
    void aCertificateCoversFromItsFirstDayToItsLastAndNotOnTheDayAfter() {
        Someone someone = workplace.staff(workplace.post("320921", LOW));
        LocalDate from = today.minusDays(60);
        LocalDate to = today.minusDays(20);
        certified.issue(someone, LOW, from, to);
        assertThat(Rate.of("320921", from.minusDays(1))).hasToString("0 of 1");
        assertThat(Rate.of("320921", from)).hasToString("1 of 1");
        assertThat(Rate.of("320921", to)).hasToString("1 of 1");
        assertThat(Rate.of("320921", to.plusDays(1))).hasToString("0 of 1");
    }

    @Test
    void aSuspendedCertificateDoesNotCoverUntilItIsReinstated() {
        UUID certificate = certified.issue(workplace.staff(workplace.post("320922", LOW)), LOW);
        certified.event(certificate, "SUSPENDED", today.minusDays(20));
        certified.event(certificate, "REINSTATED", today.minusDays(10));
        assertThat(Rate.of("320922", today.minusDays(21))).hasToString("1 of 1");
        assertThat(Rate.of("320922", today.minusDays(20))).hasToString("0 of 1");
        assertThat(Rate.of("320922", today.minusDays(11))).hasToString("0 of 1");
        assertThat(Rate.of("320922", today.minusDays(10))).hasToString("1 of 1");
    }

    @Test
    void aRevokedCertificateDoesNotCoverFromItsEffectiveDayAndDidBefore() {
        UUID certificate = certified.issue(workplace.staff(workplace.post("320923", LOW)), LOW);
        acting.confirm(
                acting.act(certificate, new ActForm("REVOKE", "FRAUD", "test", "test", ""), "one")
                        .orElseThrow(),
                "another");
        assertThat(Rate.of("320923", today.minusDays(1))).hasToString("1 of 1");
        assertThat(Rate.of("320923", today)).hasToString("0 of 1");
    }

    @Test
    void aRevocationStandsForGoodWhateverIsEnteredAfterIt() {
        UUID certificate = certified.issue(workplace.staff(workplace.post("320924", LOW)), LOW);
        certified.event(certificate, "REVOKED", today.minusDays(20));
        certified.event(certificate, "REINSTATED", today.minusDays(10));
        assertThat(Rate.of("320924")).hasToString("0 of 1");
    }

    @Test
    void everyEndStopsTheCoverFromItsDayOnAndAReviewDoesNotEndASuspension() {
        String[] counties = {"320402", "320404", "320411"};
        String[] ends = {"WITHDRAWN", "CANCELLED", "SUPERSEDED"};
        for (int i = 0; i < ends.length; i++) {
            UUID certificate = certified.issue(workplace.staff(workplace.post(counties[i], LOW)), LOW);
            certified.event(certificate, ends[i], today.minusDays(10));
            assertThat(Rate.of(counties[i], today.minusDays(11))).as(ends[i]).hasToString("1 of 1");
            assertThat(Rate.of(counties[i], today.minusDays(10))).as(ends[i]).hasToString("0 of 1");
        }
        UUID suspended = certified.issue(workplace.staff(workplace.post("320412", LOW)), LOW);
        certified.event(suspended, "SUSPENDED", today.minusDays(10));
        certified.event(suspended, "REVIEWED", today.minusDays(5));
        assertThat(Rate.of("320412")).hasToString("0 of 1");
    }

    @Test
    void anEndThatIsRecordedLaterDoesNotChangeWhatWasKnown() {
        UUID certificate = certified.issue(workplace.staff(workplace.post("320413", LOW)), LOW);
        Instant before = clock.now();
        acting.act(certificate, new ActForm("CANCEL", "OWN_REQUEST", "test", "test", ""), "one");
        assertThat(Rate.at("320413", today, before)).hasToString("1 of 1");
        assertThat(Rate.of("320413")).hasToString("0 of 1");
    }

    @Test
    void aRevokedCertificateDoesNotHideAValidOneBesideIt() {
        Someone someone = workplace.staff(workplace.post("320925", LOW));
        certified.event(certified.issue(someone, LOW), "REVOKED", today.minusDays(5));
        certified.issue(someone, LOW);
        assertThat(Rate.of("320925")).hasToString("1 of 1");
    }

    @Test
    void aCertificateIssuedLaterThanKnownAtIsNotKnown() {
        Someone someone = workplace.staff(workplace.post("320981", LOW));
        Instant before = clock.now();
        Instant issued = before.plusMillis(1);
        certified.issue(someone, LOW, today.minusYears(1), today.plusYears(5), issued);
        assertThat(Rate.at("320981", today, before)).hasToString("0 of 1");
        assertThat(Rate.at("320981", today, issued)).hasToString("1 of 1");
        assertThat(Rate.of("320981")).hasToString("1 of 1");
    }

    @Test
    void aBackDatedLeavingChangesTheFigureAsWeKnowItTodayAndNotTheOneAsItWasKnown() {
        UUID post = workplace.post("321002", LOW);
        workplace.staff(post);
        UUID appointment = workplace.appoint(post, workplace.someone(), today.minusDays(90));
        LocalDate asOf = today.minusDays(40);
        Instant published = clock.now();
        assertThat(Rate.at("321002", asOf, published)).hasToString("0 of 2");
        leaving.leave(appointment, today.minusDays(50));
        assertThat(Rate.of("321002", asOf)).hasToString("0 of 1");
        assertThat(Rate.at("321002", asOf, published)).hasToString("0 of 2");
        assertThat(Rate.of("321002", today.minusDays(51)))
                .as("before the correction takes effect")
                .hasToString("0 of 2");
    }

    @Test
    void aBackDatedAppointmentIsNotKnownBeforeItWasEntered() {
        UUID post = workplace.post("321003", LOW);
        Instant published = clock.now();
        workplace.appoint(post, workplace.someone(), today.minusDays(90));
        assertThat(Rate.at("321003", today.minusDays(40), published)).hasToString("0 of 0");
        assertThat(Rate.of("321003", today.minusDays(40))).hasToString("0 of 1");
    }

    @Test
    void anAnswerSaysWhenItWasKnownAndCanBeAskedForAgain() {
        UUID post = workplace.post("321012", LOW);
        workplace.staff(post);
        String known = given().get("/api/statistics/holder-rate?region=321012").path("knownAt");
        workplace.staff(post);
        assertThat(Rate.at("321012", today, Instant.parse(known))).hasToString("0 of 1");
        assertThat(Rate.of("321012")).hasToString("0 of 2");
    }
}
