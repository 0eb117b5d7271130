package org.chizheng.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.record.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Applications end when their certificate is there, and only what is new is read for it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FinishingTest {
    private static final String OPERATOR = MadeUpApplications.OPERATOR;

    @Inject
    Finishing finishing;

    @Inject
    MadeUpApplications made;

    @Inject
    Applications applications;

    @Inject
    Recording recording;

    @Inject
    Workplace workplace;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private Workplace.Someone someone;

    @BeforeEach
    void somebody() {
        someone = workplace.someone();
    }

    private void certified(String qualification) {
        recording.add(
                someone.id(),
                qualification,
                "CERTIFICATE_ISSUED",
                LocalDate.of(2026, 6, 10),
                null,
                UUID.randomUUID(),
                "order-19-operator");
    }

    /** The service's own sweep may be at it: then this one passes by. */
    private String stateAfterSweeps(UUID id) {
        for (int i = 0; i < 20 && applications.find(id).orElseThrow().state().isOpen(); i++) {
            finishing.sweep();
        }
        return applications.find(id).orElseThrow().state().name();
    }

    @Test
    void anAcceptedApplicationIsDoneWhenItsCertificateIsRecorded() {
        UUID id = made.accepted(someone, OPERATOR, "320826");
        assertThat(stateAfterSweeps(id)).isEqualTo("ACCEPTED");
        certified("operator-brazing");
        assertThat(stateAfterSweeps(id)).as("another qualification's").isEqualTo("ACCEPTED");
        certified(OPERATOR);
        assertThat(stateAfterSweeps(id)).isEqualTo("DONE");
        assertThat(sql.list(
                        "SELECT kind FROM application_event WHERE application_id = ? AND kind = 'DONE'",
                        row -> row.getString(1),
                        id))
                .hasSize(1);
    }

    @Test
    void oneThatIsAcceptedAfterItsCertificateWasRecordedIsDoneToo() throws SQLException {
        UUID id = made.submitted(someone, OPERATOR, "320826");
        PostgresResource.asOwner(
                "UPDATE application SET applied_at = now() - interval '3 days' WHERE id = '" + id + "'");
        certified(OPERATOR);
        PostgresResource.asOwner("UPDATE record_fact SET recorded_at = now() - interval '2 days' WHERE person_id = '"
                + someone.id() + "'");
        assertThat(stateAfterSweeps(id)).isEqualTo("SUBMITTED");
        // The rule against a certificate that is there already was not met by the day of application.
        sql.update("UPDATE application SET state = 'ACCEPTED', decided_at = ? WHERE id = ?", clock.now(), id);
        assertThat(stateAfterSweeps(id)).isEqualTo("DONE");
    }

    @Test
    void whatWasReadBeforeIsNotReadAgain() throws SQLException {
        UUID old = made.accepted(someone, OPERATOR, "320826");
        certified("operator-brazing");
        PostgresResource.asOwner(
                "UPDATE application SET applied_at = now() - interval '3 days', decided_at = now() - interval '3 days' WHERE id = '"
                        + old + "'",
                "UPDATE record_fact SET qualification = '" + OPERATOR
                        + "', recorded_at = now() - interval '2 days' WHERE person_id = '" + someone.id() + "'",
                "UPDATE application_cursor SET read_until = now() - interval '1 day'");
        assertThat(stateAfterSweeps(old)).as("older than what was read last").isEqualTo("ACCEPTED");
        assertThat(sql.first(
                        "SELECT read_until > now() - interval '1 minute' FROM application_cursor",
                        row -> row.getBoolean(1)))
                .as("read up to now")
                .contains(true);
        PostgresResource.asOwner("UPDATE application_cursor SET read_until = now() - interval '2 days'");
        assertThat(stateAfterSweeps(old)).isEqualTo("DONE");
    }
}
