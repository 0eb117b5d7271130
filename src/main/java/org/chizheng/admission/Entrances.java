package org.chizheng.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.admission.rule.Entry;
import org.chizheng.admission.rule.Presence;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.session.SessionView;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Entrances of sessions: who is expected, who stands before them, who waits for the second person. */
@ApplicationScoped
public class Entrances {
    static final String PHOTO = "entrance.photo";
    private static final String CANDIDATES = """
            SELECT e.id, e.person_id, e.ticket, e.checked_in_at, e.extra_minutes, p.name, p.photo_sealed IS NOT NULL photo, t.label seat,
                   c.state last, c.reason last_reason, (SELECT count(*) FROM entrance_check x WHERE x.enrolment_id = e.id) checks
            FROM enrolment e JOIN person p ON p.id = e.person_id LEFT JOIN seat t ON t.id = e.seat_id
            LEFT JOIN LATERAL (SELECT state, reason FROM entrance_check c WHERE c.enrolment_id = e.id ORDER BY c.first_at DESC, c.id DESC LIMIT 1) c ON true
            WHERE e.session_id = ? """;
    private static final String CHECKS = """
            SELECT c.id, c.enrolment_id, c.state, c.first_by, c.first_at, c.second_by, c.second_at, c.reason, c.no_photo, c.note,
                   c.photo_sealed IS NOT NULL live, p.name, e.ticket, t.label seat, p.photo_sealed IS NOT NULL photo FROM entrance_check c JOIN enrolment e ON e.id = c.enrolment_id
            JOIN person p ON p.id = e.person_id LEFT JOIN seat t ON t.id = e.seat_id WHERE c.session_id = ? """;
    private final Sql sql;
    private final Persons persons;
    private final Sealer sealer;
    private final AdmissionConfig config;
    private final OfficialClock clock;

    public Entrances(Sql sql, Persons persons, Sealer sealer, AdmissionConfig config, OfficialClock clock) {
        this.sql = sql;
        this.persons = persons;
        this.sealer = sealer;
        this.config = config;
        this.clock = clock;
    }

    public Second second(UUID session) {
        return sql.first(
                        "SELECT second FROM session_entrance WHERE session_id = ?",
                        row -> Second.valueOf(row.getString(1)),
                        session)
                .orElse(config.second());
    }

    /** @throws Refused USE_ENTRANCE where the button of the session's page would go round the second person */
    public void mustAllowDirectCheckIn(UUID session) {
        boolean set = sql.first("SELECT 1 FROM session_entrance WHERE session_id = ?", row -> true, session)
                .isPresent();
        if (set || config.entranceRequired()) {
            throw new Refused(AdmissionRefusal.USE_ENTRANCE);
        }
    }

    public List<CandidateView> candidates(SessionView session) {
        Entry entry = entry(session);
        return sql.list(CANDIDATES + " ORDER BY e.ticket", row -> candidate(row, entry, null), session.id());
    }

    /** With the masked identity number. */
    public Optional<CandidateView> candidate(SessionView session, UUID enrolment) {
        Entry entry = entry(session);
        return QuarkusTransaction.joiningExisting()
                .call(() -> sql.first(
                        CANDIDATES + " AND e.id = ?",
                        row -> candidate(row, entry, masked(row)),
                        session.id(),
                        enrolment));
    }

    private String masked(ResultSet row) throws SQLException {
        Person person = persons.findById(row.getObject("person_id", UUID.class));
        return Masking.idNumber(person.idNumber(sealer));
    }

    /** Passed by the first person, not yet confirmed; who came first goes first. */
    public List<CheckView> waiting(UUID session) {
        return sql.list(CHECKS + " AND c.state = 'WAITING' ORDER BY c.first_at", Entrances::check, session);
    }

    public Optional<CheckView> check(UUID session, UUID check) {
        return sql.first(CHECKS + " AND c.id = ?", Entrances::check, session, check);
    }

    public List<CheckView> checksOf(UUID session, UUID enrolment) {
        return sql.list(
                CHECKS + " AND c.enrolment_id = ? ORDER BY c.first_at DESC", Entrances::check, session, enrolment);
    }

    /** The picture taken at the entrance; empty if none was, or it was erased. */
    public Optional<byte[]> photo(UUID session, UUID check) {
        return sql.first(
                        "SELECT photo_sealed FROM entrance_check WHERE session_id = ? AND id = ? AND photo_sealed IS NOT NULL",
                        row -> row.getBytes(1),
                        session,
                        check)
                .map(kept -> sealer.open(kept, PHOTO, check));
    }

    /** @param kind REFUSAL or NO_PHOTO */
    public List<ReasonView> reasons(String kind) {
        return sql.list(
                "SELECT * FROM entrance_reason WHERE kind = ? ORDER BY ord",
                row -> new ReasonView(row.getString("code"), row.getString("zh"), row.getString("en")),
                kind);
    }

    void mustBeReason(String code, String kind) {
        if (code == null
                || reasons(kind).stream().noneMatch(reason -> reason.code().equals(code))) {
            throw new Refused(AdmissionRefusal.REASON_MISSING);
        }
    }

    public Entry entry(SessionView session) {
        return Entry.of(session.startsAt(), session.startedAt(), session.lateMinutes(), clock.now());
    }

    private static CandidateView candidate(ResultSet row, Entry entry, String masked) throws SQLException {
        Instant in = Sql.instant(row, "checked_in_at");
        return new CandidateView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                masked,
                row.getString("ticket"),
                row.getBoolean("photo"),
                row.getString("seat"),
                row.getInt("extra_minutes"),
                in,
                Presence.of(in != null, row.getString("last"), entry),
                entry,
                row.getString("last_reason"),
                row.getInt("checks"));
    }

    private static CheckView check(ResultSet row) throws SQLException {
        return new CheckView(
                row.getObject("id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getString("name"),
                row.getString("ticket"),
                row.getString("seat"),
                row.getString("state"),
                row.getString("first_by"),
                Sql.instant(row, "first_at"),
                row.getString("second_by"),
                Sql.instant(row, "second_at"),
                row.getString("reason"),
                row.getString("no_photo"),
                row.getString("note"),
                row.getBoolean("photo"),
                row.getBoolean("live"));
    }
}
