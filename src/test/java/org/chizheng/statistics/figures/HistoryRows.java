package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
        for (UUID enterprise : history.enterprises) {
            enterprise(owner, enterprise, history);
        }
        for (History.Site site : history.sites) {
            run(
                    owner,
                    "INSERT INTO site (id, enterprise_id, name, region, zone, known_from) VALUES (?, ?, '二厂', ?, ?, now())",
                    site.id(),
                    site.enterprise(),
                    site.region(),
                    site.zone());
        }
        for (History.Post p : history.posts) {
            run(
                    owner,
                    "INSERT INTO post (id, enterprise_id, site_id, title, department) VALUES (?, ?, ?::uuid, '测试岗位', ?)",
                    p.id(),
                    p.enterprise(),
                    p.site(),
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
        for (History.Absence b : history.absences) {
            absence(owner, history.person, b);
        }
        for (History.Confirmed c : history.confirmed) {
            confirmed(owner, history.person, c);
        }
        for (History.Passed p : history.passed) {
            passed(owner, history.person, p);
        }
    }

    /** Its own row says where it is now; of what it was, the facts. */
    private static void enterprise(Connection owner, UUID enterprise, History history) throws SQLException {
        List<History.Fact> facts = history.facts.stream()
                .filter(f -> f.enterprise().equals(enterprise))
                .toList();
        History.Fact now = facts.stream()
                .filter(f -> f.until() == null && f.knownUntil() == null)
                .findFirst()
                .orElseThrow();
        run(
                owner,
                "INSERT INTO enterprise (id, credit_code, name, region, zone, high_risk, industry, size, created_at) VALUES (?, ?, '测试企业', ?, ?, ?, ?, ?, now())",
                enterprise,
                enterprise.toString(),
                now.region(),
                now.zone(),
                now.highRisk(),
                now.industry(),
                now.size());
        run(owner, "DELETE FROM enterprise_fact WHERE enterprise_id = ?", enterprise);
        for (History.Fact f : facts) {
            fact(owner, f);
        }
    }

    private static void fact(Connection owner, History.Fact f) throws SQLException {
        run(
                owner,
                "INSERT INTO enterprise_fact (id, enterprise_id, region, zone, high_risk, industry, size, safety_body, valid_from, valid_until, known_from, known_until)"
                        + " VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?)",
                f.enterprise(),
                f.region(),
                f.zone(),
                f.highRisk(),
                f.industry(),
                f.size(),
                f.from(),
                f.until(),
                f.knownFrom(),
                f.knownUntil());
    }

    static void absence(Connection owner, UUID person, History.Absence b) throws SQLException {
        run(
                owner,
                "INSERT INTO post_absence (id, person_id, post_id, valid_from, valid_until, known_from, known_until) VALUES (gen_random_uuid(), ?, ?, ?, ?, ?, ?)",
                person,
                b.post(),
                b.from(),
                b.until(),
                b.knownFrom(),
                b.knownUntil());
    }

    static void confirmed(Connection owner, UUID person, History.Confirmed c) throws SQLException {
        run(
                owner,
                "INSERT INTO reconfirmation (id, person_id, qualification, confirmed_on, evidence, recorded_by, known_from, known_until)"
                        + " VALUES (gen_random_uuid(), ?, ?, ?, 'test', 'test', ?, ?)",
                person,
                c.qualification(),
                c.day(),
                c.knownFrom(),
                c.knownUntil());
    }

    static void passed(Connection owner, UUID person, History.Passed p) throws SQLException {
        run(
                owner,
                "INSERT INTO record_fact (id, person_id, qualification, kind, fact_on, evidence_id, policy, recorded_at)"
                        + " VALUES (?, ?, ?, 'PRACTICAL_PASSED', ?, ?, 'order-30-operator', ?)",
                p.id(),
                person,
                p.qualification(),
                p.day(),
                p.id(),
                p.recordedAt());
        if (p.withdrawnAt() != null) {
            withdraw(owner, p.id(), p.withdrawnAt());
        }
    }

    /** From that day on it is elsewhere, and of the other class, another industry and size, as becomes known an hour after all else. */
    static void move(Connection owner, UUID enterprise, String region, LocalDate from) throws SQLException {
        run(
                owner,
                "UPDATE enterprise_fact SET known_until = (SELECT max(greatest(known_from, known_until)) + interval '1 hour' FROM enterprise_fact WHERE enterprise_id = ?)"
                        + " WHERE enterprise_id = ? AND known_until IS NULL AND (valid_until IS NULL OR valid_until > ?)",
                enterprise,
                enterprise,
                from);
        String closed =
                " FROM enterprise_fact WHERE enterprise_id = ? AND known_until = (SELECT max(known_until) FROM enterprise_fact WHERE enterprise_id = ?)";
        run(
                owner,
                "INSERT INTO enterprise_fact (id, enterprise_id, region, zone, high_risk, industry, size, safety_body, valid_from, valid_until, known_from)"
                        + " SELECT gen_random_uuid(), enterprise_id, region, zone, high_risk, industry, size, false, valid_from, ?, known_until"
                        + closed + " AND valid_from < ?",
                from,
                enterprise,
                enterprise,
                from);
        run(
                owner,
                "INSERT INTO enterprise_fact (id, enterprise_id, region, high_risk, industry, size, safety_body, valid_from, known_from)"
                        + " SELECT gen_random_uuid(), enterprise_id, ?, NOT high_risk, CASE WHEN size IS NULL THEN 'transport' END, 'MEDIUM', false, ?, known_until"
                        + closed
                        + " AND valid_until IS NULL",
                region,
                from,
                enterprise,
                enterprise);
    }

    static void withdraw(Connection owner, UUID fact, Instant at) throws SQLException {
        run(
                owner,
                "INSERT INTO record_withdrawal (fact_id, because, withdrawn_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                fact,
                fact,
                at);
    }

    static void appointment(Connection owner, UUID person, History.Appointment a) throws SQLException {
        run(
                owner,
                "INSERT INTO appointment (id, person_id, post_id, worker_kind, valid_from, valid_until, known_from, known_until)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                a.id(),
                person,
                a.post(),
                a.workerKind(),
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
            term(owner, id, "GRACE_MONTHS", p.graceMonths());
            term(owner, id, "ABSENCE_MONTHS", p.absenceMonths());
            term(owner, id, "COUNTED_WORKERS", p.workers());
        }
    }

    private static void term(Connection owner, String policy, String term, Object value) throws SQLException {
        if (value != null) {
            run(
                    owner,
                    "INSERT INTO policy_term (policy, term, value, unit, mark, source) VALUES (?, ?, ?, '', 'UNCERTAIN', 'history')",
                    policy,
                    term,
                    value.toString());
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
