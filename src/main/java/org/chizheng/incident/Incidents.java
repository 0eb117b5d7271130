package org.chizheng.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.incident.rule.Measure;

/** Incidents as lists show them, and which sittings they zero. */
@ApplicationScoped
public class Incidents {
    private static final int SHOWN = 500;
    private static final String SELECT = """
            SELECT k.*, i.*, i.id incident, c.id centre, coalesce(s.starts_at, q.starts_at) starts_at, coalesce(s.qualification, q.qualification) qualification,
                   coalesce(s.policy, q.policy) policy, c.zh centre_zh, c.en centre_en, c.region, coalesce(r.label, w.label, '') room,
                   p.id person_id, p.name, e.ticket, t.label seat, (SELECT count(*) FROM incident_signature g WHERE g.incident_id = i.id) signatures,
                   n.incident_id IS NOT NULL informed, d.appeal_due, coalesce(f.effect, d.effect) effect, a.answer_due, a.incident_id IS NOT NULL appealed, f.id IS NOT NULL settled
            FROM incident i JOIN incident_class k ON k.code = i.class AND k.in_force_from = i.class_from
            LEFT JOIN exam_session s ON s.id = i.session_id LEFT JOIN practical_session q ON q.id = i.practical_id
            JOIN centre c ON c.id = coalesce(s.centre_id, q.centre_id) LEFT JOIN room r ON r.id = s.room_id
            LEFT JOIN enrolment e ON e.id = i.enrolment_id LEFT JOIN practical_candidate m ON m.id = i.practical_candidate_id LEFT JOIN station w ON w.id = m.station_id
            LEFT JOIN person p ON p.id = coalesce(e.person_id, m.person_id) LEFT JOIN seat t ON t.id = e.seat_id
            LEFT JOIN incident_notice n ON n.incident_id = i.id LEFT JOIN incident_appeal a ON a.incident_id = i.id
            LEFT JOIN incident_decision d ON d.incident_id = i.id AND d.stage = 'FIRST'
            LEFT JOIN incident_decision f ON f.incident_id = i.id AND f.stage = 'APPEAL' """;
    private static final String LAST = """
            SELECT d.id FROM incident_decision d WHERE d.incident_id IN (
                SELECT i.id FROM sitting s JOIN incident i ON i.enrolment_id = s.enrolment_id WHERE s.id = ? UNION ALL SELECT r.incident_id FROM incident_reach r WHERE r.sitting_id = ?)
            ORDER BY d.decided_at DESC LIMIT 1""";
    private final Sql sql;
    private final OfficialClock clock;

    Incidents(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<IncidentRow> find(UUID id) {
        return sql.first(SELECT + " WHERE i.id = ?", this::row, id);
    }

    /** In the order in which they happened; withdrawn ones are among them. */
    public List<IncidentRow> ofSession(UUID session) {
        return sql.list(SELECT + " WHERE i.session_id = ? ORDER BY i.happened_at, i.id", this::row, session);
    }

    /** The same of a day of practicals. */
    public List<IncidentRow> ofPractical(UUID day) {
        return sql.list(SELECT + " WHERE i.practical_id = ? ORDER BY i.happened_at, i.id", this::row, day);
    }

    /** Breaches that a person was told of, the newest first. */
    public List<IncidentRow> ofPerson(UUID person) {
        return sql.list(
                SELECT
                        + " WHERE (i.enrolment_id IN (SELECT id FROM enrolment WHERE person_id = ?) OR i.practical_candidate_id IN (SELECT id FROM practical_candidate WHERE person_id = ?)) AND k.breach AND n.incident_id IS NOT NULL ORDER BY i.happened_at DESC, i.id",
                this::row,
                person,
                person);
    }

    /** The newest 500 within any of these regions, without withdrawn ones; an empty code covers all. */
    public List<IncidentRow> within(List<String> regions) {
        String[] patterns =
                regions.stream().map(code -> code.replaceAll("\\D", "") + "%").toArray(String[]::new);
        return sql.list(
                SELECT + " WHERE c.region LIKE ANY (?) AND i.withdrawn_at IS NULL ORDER BY i.reported_at DESC LIMIT "
                        + SHOWN,
                this::row,
                (Object) patterns);
    }

    /** Those of these sittings that count nothing, by decisions as they stand. */
    public Set<UUID> zeroed(Collection<UUID> sittings) {
        return Set.copyOf(sql.list(
                "SELECT DISTINCT sitting_id FROM zeroed_sitting WHERE sitting_id = ANY (?)",
                row -> row.getObject(1, UUID.class),
                (Object) sittings.toArray(UUID[]::new)));
    }

    /** The decision that was taken last on any incident that reaches a sitting. */
    public Optional<UUID> lastDecision(UUID sitting) {
        return sql.first(LAST, row -> row.getObject(1, UUID.class), sitting, sitting);
    }

    private IncidentRow row(ResultSet row) throws SQLException {
        IncidentClass what = IncidentClasses.of(row);
        IncidentState.Steps steps = new IncidentState.Steps(
                what.breach(),
                Sql.instant(row, "withdrawn_at") != null,
                row.getInt("signatures"),
                row.getBoolean("informed"),
                Sql.date(row, "appeal_due"),
                row.getBoolean("appealed"),
                row.getBoolean("settled"));
        LocalDate today = clock.today();
        IncidentState state = IncidentState.of(steps, today);
        LocalDate answerDue = Sql.date(row, "answer_due");
        String effect = row.getString("effect");
        return new IncidentRow(
                row.getObject("incident", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("practical_id", UUID.class),
                row.getObject("centre", UUID.class),
                row.getString("centre_zh"),
                row.getString("centre_en"),
                row.getString("region"),
                row.getString("room"),
                Sql.instant(row, "starts_at"),
                row.getString("qualification"),
                row.getString("policy"),
                row.getObject("enrolment_id", UUID.class),
                row.getObject("practical_candidate_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("ticket"),
                row.getString("seat"),
                what,
                Sql.instant(row, "happened_at"),
                row.getString("reported_by"),
                row.getObject("reported_person", UUID.class),
                Sql.instant(row, "reported_at"),
                row.getObject("credited_minutes", Integer.class),
                steps,
                state,
                effect == null ? null : Measure.valueOf(effect),
                answerDue,
                state == IncidentState.APPEALED && today.isAfter(answerDue));
    }
}
