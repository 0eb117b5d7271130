package org.chizheng.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.integrity.rule.Seating;
import org.chizheng.people.rule.Masking;

/** What the sweep found, and what was written about it. */
@ApplicationScoped
public class Findings {
    private static final int MOST = 200;
    private static final String RUN = """
            SELECT r.*, e.centre_id, c.zh, c.en, c.region, m.label AS room, e.qualification, e.starts_at,
                   (SELECT count(*) FROM integrity_finding f WHERE f.session_id = r.session_id AND f.probability * f.tests <= ?) AS striking,
                   (SELECT count(*) FROM integrity_note n JOIN integrity_finding f ON f.id = n.finding_id WHERE f.session_id = r.session_id) AS notes
            FROM integrity_run r JOIN exam_session e ON e.id = r.session_id JOIN centre c ON c.id = e.centre_id JOIN room m ON m.id = e.room_id """;
    private static final String FINDING = """
            SELECT f.*, r.neighbours, (SELECT count(*) FROM integrity_note n WHERE n.finding_id = f.id) AS notes,
                   pa.name AS name_a, ea.ticket AS ticket_a, sa.label AS seat_a, pb.name AS name_b, eb.ticket AS ticket_b, sb.label AS seat_b
            FROM integrity_finding f JOIN integrity_run r ON r.session_id = f.session_id
            JOIN sitting ta ON ta.id = f.sitting_id JOIN enrolment ea ON ea.id = ta.enrolment_id JOIN person pa ON pa.id = ta.person_id LEFT JOIN seat sa ON sa.id = ea.seat_id
            LEFT JOIN sitting tb ON tb.id = f.other_id LEFT JOIN enrolment eb ON eb.id = tb.enrolment_id LEFT JOIN person pb ON pb.id = tb.person_id LEFT JOIN seat sb ON sb.id = eb.seat_id """;
    private static final String URGENCY =
            "f.probability * CASE WHEN greatest(f.rows_apart, f.places_apart) = 1 THEN r.neighbours ELSE f.tests END, f.id";
    private final Sql sql;
    private final IntegrityConfig config;

    Findings(Sql sql, IntegrityConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** Sessions looked at within these regions, the newest first, at most 200. */
    public List<RunView> runs(List<String> regions) {
        return sql.list(
                RUN
                        + " WHERE EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(c.region, reach.code)) ORDER BY r.run_at DESC LIMIT "
                        + MOST,
                Findings::run,
                config.alarms(),
                regions.toArray(String[]::new));
    }

    public Optional<RunView> run(UUID session) {
        return sql.first(RUN + " WHERE r.session_id = ?", Findings::run, config.alarms(), session);
    }

    /** The most striking first; neighbours are held against the pairs of neighbours alone, and so come before others that are as much alike. */
    public List<FindingView> ofSession(UUID session) {
        return sql.list(FINDING + " WHERE f.session_id = ? ORDER BY f.kind DESC, " + URGENCY, this::finding, session);
    }

    public Optional<FindingView> find(UUID id) {
        return sql.first(FINDING + " WHERE f.id = ?", this::finding, id);
    }

    public List<NoteView> notesOnFinding(UUID finding) {
        return notes("finding_id", finding);
    }

    public List<NoteView> notesOnCentre(UUID centre) {
        return notes("centre_id", centre);
    }

    private List<NoteView> notes(String column, UUID id) {
        return sql.list(
                "SELECT * FROM integrity_note WHERE " + column + " = ? ORDER BY noted_at, id",
                row -> new NoteView(row.getString("words"), row.getString("noted_by"), Sql.instant(row, "noted_at")),
                id);
    }

    private static RunView run(ResultSet row) throws SQLException {
        return new RunView(
                row.getObject("session_id", UUID.class),
                row.getObject("centre_id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("region"),
                row.getString("room"),
                row.getString("qualification"),
                Sql.instant(row, "starts_at"),
                row.getInt("sittings"),
                row.getInt("pairs"),
                row.getInt("timed"),
                row.getInt("striking"),
                row.getInt("notes"));
    }

    private FindingView finding(ResultSet row) throws SQLException {
        Double[] chances = (Double[]) row.getArray("chances").getArray();
        double probability = row.getDouble("probability");
        int tests = row.getInt("tests");
        return new FindingView(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("kind"),
                who(row, "_a"),
                row.getObject("other_id") == null ? null : who(row, "_b"),
                row.getInt("observed"),
                probability,
                tests,
                Arrays.stream(chances).mapToDouble(chance -> chance).toArray(),
                probability * tests <= config.alarms(),
                row.getInt("notes"),
                seats(row));
    }

    private static FindingView.Seats seats(ResultSet row) throws SQLException {
        Integer rows = row.getObject("rows_apart", Integer.class);
        return rows == null
                ? null
                : new FindingView.Seats(
                        new Seating.Distance(rows, row.getInt("places_apart")),
                        row.getInt("neighbours"),
                        row.getBoolean("moved"));
    }

    private static FindingView.Who who(ResultSet row, String side) throws SQLException {
        return new FindingView.Who(
                Masking.name(row.getString("name" + side)),
                row.getString("ticket" + side),
                row.getString("seat" + side));
    }
}
