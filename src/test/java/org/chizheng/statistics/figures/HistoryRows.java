package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.certificate.rule.VerificationCode;

/** Histories and their law, into the tables. A certificate stands as a renewal of itself, so that it needs no examination. */
final class HistoryRows {
    private static final java.security.SecureRandom RANDOM = new java.security.SecureRandom();

    private HistoryRows() {}

    static void insert(Connection owner, History history) throws SQLException {
        run(
                owner,
                "INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)"
                        + " VALUES (?, 'TEST', uuid_send(?), '', '测试历史', 'FEMALE', '1990-01-01', now())",
                history.person,
                history.person);
        for (History.Enterprise e : history.enterprises) {
            run(
                    owner,
                    "INSERT INTO enterprise (id, credit_code, name, region, zone, high_risk, created_at) VALUES (?, ?, '测试企业', ?, ?, ?, now())",
                    e.id(),
                    e.id().toString(),
                    e.region(),
                    e.zone(),
                    e.highRisk());
        }
        for (History.Post p : history.posts) {
            run(
                    owner,
                    "INSERT INTO post (id, enterprise_id, title, department) VALUES (?, ?, '测试岗位', ?)",
                    p.id(),
                    p.enterprise(),
                    p.department());
        }
        for (History.Requirement r : history.requirements) {
            requirement(owner, r);
        }
        for (History.Appointment a : history.appointments) {
            appointment(owner, history.person, a);
        }
        for (History.Certificate c : history.certificates) {
            certificate(owner, history.person, c);
        }
        for (History.Event e : history.events) {
            event(owner, e);
        }
        for (History.Foreign f : history.foreign) {
            run(
                    owner,
                    "INSERT INTO foreign_certificate (id, person_id, qualification, department, issuer, number_sealed, number_index, valid_from, valid_to,"
                            + " file_digest, region, recorded_by, recorded_at) VALUES (?, ?, ?, ?, 'test', '', uuid_send(?), ?, ?, '', '', 'test', ?)",
                    f.id(),
                    history.person,
                    f.qualification(),
                    f.department(),
                    f.id(),
                    f.from(),
                    f.to(),
                    f.recordedAt());
        }
    }

    static void appointment(Connection owner, UUID person, History.Appointment a) throws SQLException {
        run(
                owner,
                "INSERT INTO appointment (id, person_id, post_id, worker_kind, valid_from, valid_until, known_from, known_until)"
                        + " VALUES (?, ?, ?, 'EMPLOYEE', ?, ?, ?, ?)",
                a.id(),
                person,
                a.post(),
                a.from(),
                a.until(),
                a.knownFrom(),
                a.knownUntil());
    }

    private static void requirement(Connection owner, History.Requirement r) throws SQLException {
        run(
                owner,
                "INSERT INTO requirement (id, post_id, qualification, valid_from, valid_until, known_from, known_until) VALUES (?, ?, ?, ?, ?, ?, ?)",
                r.id(),
                r.post(),
                r.qualification(),
                r.from(),
                r.until(),
                r.knownFrom(),
                r.knownUntil());
    }

    static void certificate(Connection owner, UUID person, History.Certificate c) throws SQLException {
        run(
                owner,
                "INSERT INTO certificate (id, person_id, qualification, policy, code, number_sealed, file_number, holder_name, holder_id_masked, issuer_zh, issuer_en,"
                        + " first_issued_on, valid_from, valid_to, issued_at, origin, follows_id, region, review_due)"
                        + " VALUES (?, ?, ?, ?, ?, '', ?, '', '', '', '', ?, ?, ?, ?, 'RENEWAL', ?, '320102', ?)",
                c.id(),
                person,
                c.qualification(),
                c.policy(),
                VerificationCode.draw(RANDOM),
                c.id().toString(),
                c.from(),
                c.from(),
                c.to(),
                c.issuedAt(),
                c.id(),
                c.reviewDue());
    }

    static void event(Connection owner, History.Event e) throws SQLException {
        run(
                owner,
                "INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at, review_due)"
                        + " VALUES (gen_random_uuid(), ?, ?, ?, 'test', 'test', ?, ?)",
                e.certificate(),
                e.kind(),
                e.day(),
                e.recordedAt(),
                e.reviewDue());
    }

    /** Changes the law until {@link #takeBack}. */
    static void insert(Connection owner, LawRows law) throws SQLException {
        for (LawRows.Cover c : law.covers()) {
            run(
                    owner,
                    "INSERT INTO qualification_cover (covering, covered, in_force_from, in_force_until, mark, source) VALUES (?, ?, ?, ?, 'UNCERTAIN', 'history')",
                    c.covering(),
                    c.covered(),
                    c.from(),
                    c.until());
        }
        for (LawRows.Acceptance t : law.acceptances()) {
            run(
                    owner,
                    "INSERT INTO foreign_acceptance (department, qualification, in_force_from, in_force_until, mark, source) VALUES (?, ?, ?, ?, 'UNCERTAIN', 'history')",
                    t.department(),
                    t.qualification(),
                    t.from(),
                    t.until());
        }
        int number = 0;
        for (LawRows.Policy p : law.policies()) {
            String id = "history-" + number++;
            run(
                    owner,
                    "INSERT INTO policy (id, instrument_zh, instrument_en, post_category, qualification, in_force_from, in_force_until) VALUES (?, '测试', 'Test', ?, ?, ?, ?)",
                    id,
                    p.category(),
                    // As the newest in force it stands above the real ones of its category.
                    p.qualification(),
                    p.from(),
                    p.until());
            if (p.graceMonths() != null) {
                run(
                        owner,
                        "INSERT INTO policy_term (policy, term, value, unit, mark, source) VALUES (?, 'GRACE_MONTHS', ?, 'months', 'UNCERTAIN', 'history')",
                        id,
                        p.graceMonths().toString());
            }
        }
    }

    static void takeBack(Connection owner) throws SQLException {
        run(owner, "DELETE FROM policy_term WHERE policy LIKE 'history-%'");
        run(owner, "DELETE FROM policy WHERE id LIKE 'history-%'");
        run(owner, "DELETE FROM qualification_cover WHERE source = 'history'");
        run(owner, "DELETE FROM foreign_acceptance WHERE source = 'history'");
    }

    static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                if (value instanceof Instant instant) {
                    statement.setTimestamp(i + 1, Timestamp.from(instant));
                } else if (value instanceof LocalDate date) {
                    statement.setObject(i + 1, date);
                } else if (value == null) {
                    statement.setNull(i + 1, java.sql.Types.NULL);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
            statement.execute();
        }
    }
}
