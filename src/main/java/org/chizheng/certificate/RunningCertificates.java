package org.chizheng.certificate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.HeldCertificates;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Certificates that stand in the way of another one for the same item, by the standing that all checks use. */
@ApplicationScoped
class RunningCertificates implements HeldCertificates {
    private static final String UNTIL = """
            SELECT max(valid_to) AS until FROM certificates_on(?, ?, ?)
            WHERE qualification = ? AND state IN ('FIT', 'SUSPENDED', 'NOT_YET_VALID', 'REVIEW_OVERDUE')""";
    private final Sql sql;
    private final OfficialClock clock;

    RunningCertificates(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> runsUntil(UUID person, String qualification, LocalDate day) {
        return sql.first(
                        UNTIL,
                        row -> Optional.ofNullable(Sql.date(row, "until")),
                        person,
                        day,
                        clock.now(),
                        qualification)
                .orElseThrow();
    }
}
