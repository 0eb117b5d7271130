package org.chizheng.practical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.Slots;

/** Practical sessions with their stations and candidates. */
@ApplicationScoped
public class Practicals {
    private static final String SESSIONS = """
            SELECT s.*, z.zh centre_zh, z.en centre_en, z.region,
                   (SELECT count(*) FROM practical_candidate c WHERE c.session_id = s.id AND c.state <> 'WITHDRAWN') candidates,
                   (SELECT count(*) FROM practical_candidate c WHERE c.session_id = s.id AND c.state IN ('JUDGED', 'ENDED')) judged
            FROM practical_session s JOIN centre z ON z.id = s.centre_id """;
    private static final String CANDIDATES = """
            SELECT c.*, p.name, t.label station, e.cause ended,
                   (SELECT count(*) FROM practical_sheet s WHERE s.candidate_id = c.id AND s.signed_at IS NOT NULL) signed
            FROM practical_candidate c JOIN person p ON p.id = c.person_id LEFT JOIN station t ON t.id = c.station_id
            LEFT JOIN practical_ending e ON e.candidate_id = c.id AND e.undone_at IS NULL """;
    private static final String TIMES = """
            SELECT c.session_id, c.slot_at, c.slot_at + make_interval(mins => s.minutes) until
            FROM practical_candidate c JOIN practical_session s ON s.id = c.session_id WHERE c.person_id = ? AND c.state NOT IN ('ENDED', 'WITHDRAWN') ORDER BY c.slot_at""";
    private static final String TAKEN =
            "SELECT session_id, slot_at, count(*) FROM practical_candidate WHERE session_id = ANY (?) AND state <> 'WITHDRAWN' GROUP BY 1, 2";
    private static final Sql.Row<PracticalView> SESSION = row -> new PracticalView(
            row.getObject("id", UUID.class),
            row.getObject("centre_id", UUID.class),
            row.getString("centre_zh"),
            row.getString("centre_en"),
            row.getString("region"),
            row.getString("qualification"),
            row.getObject("scheme_id", UUID.class),
            row.getString("policy"),
            Sql.instant(row, "starts_at"),
            Sql.instant(row, "ends_at"),
            row.getInt("minutes"),
            Sql.instant(row, "released_at"),
            Sql.instant(row, "cancelled_at"),
            row.getInt("candidates"),
            row.getInt("judged"));
    private static final Sql.Row<CandidateView> CANDIDATE = row -> new CandidateView(
            row.getObject("id", UUID.class),
            row.getObject("session_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("name"),
            Sql.instant(row, "slot_at"),
            row.getString("state"),
            row.getObject("station_id", UUID.class),
            row.getString("station"),
            row.getString("seed"),
            Sql.instant(row, "started_at"),
            Sql.instant(row, "deadline"),
            row.getInt("signed"),
            row.getString("ended"));
    private static final Sql.Row<EndingView> ENDING = row -> new EndingView(
            row.getString("cause"),
            row.getBoolean("counts"),
            row.getString("reason"),
            Sql.instant(row, "ended_at"),
            row.getString("ended_by"),
            row.getObject("ended_person", UUID.class),
            Sql.instant(row, "undone_at"),
            row.getString("undone_by"),
            row.getString("undo_reason"));
    private static final Sql.Row<StationChoice> STATION =
            row -> new StationChoice(row.getObject("id", UUID.class), row.getString("label"));
    private final Sql sql;

    public Practicals(Sql sql) {
        this.sql = sql;
    }

    /** When a person is due at a practical. */
    public record Time(UUID session, Instant from, Instant until) {}

    /** The newest hundred. */
    public List<PracticalView> newest() {
        return sql.list(SESSIONS + " ORDER BY s.starts_at DESC, s.id LIMIT 100", SESSION);
    }

    /** Days of a qualification that begin after an instant, the next sixty. */
    List<PracticalView> after(String qualification, Instant instant) {
        return sql.list(
                SESSIONS
                        + " WHERE s.qualification = ? AND s.starts_at > ? AND s.cancelled_at IS NULL ORDER BY s.starts_at, s.id LIMIT 60",
                SESSION,
                qualification,
                instant);
    }

    /** Starts of days at which a station is free, in order; a day that is full has none. */
    Map<UUID, List<Instant>> free(List<PracticalView> days) {
        UUID[] ids = days.stream().map(PracticalView::id).toArray(UUID[]::new);
        Map<UUID, Integer> stations = new HashMap<>();
        sql.list(
                "SELECT session_id, count(*) FROM practical_session_station WHERE session_id = ANY (?) GROUP BY 1",
                row -> stations.put(row.getObject(1, UUID.class), row.getInt(2)),
                (Object) ids);
        Map<UUID, Map<Instant, Integer>> taken = new HashMap<>();
        sql.list(
                TAKEN,
                row -> taken.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                        .put(Sql.instant(row, "slot_at"), row.getInt(3)),
                (Object) ids);
        return days.stream()
                .collect(Collectors.toMap(
                        PracticalView::id,
                        day -> Slots.free(
                                Slots.starts(day.startsAt(), day.endsAt(), day.minutes()),
                                taken.getOrDefault(day.id(), Map.of()),
                                stations.getOrDefault(day.id(), 0))));
    }

    /** The person's newest place in a qualification that has neither been given back nor judged and whose day is not over, or nothing. */
    Optional<CandidateView> placeOf(UUID person, String qualification, Instant now) {
        return sql.first(
                CANDIDATES
                        + " JOIN practical_session d ON d.id = c.session_id WHERE c.person_id = ? AND d.qualification = ? AND c.state IN ('ADMITTED', 'AT_STATION', 'RUNNING', 'DISPUTED') AND d.ends_at > ? ORDER BY c.slot_at DESC LIMIT 1",
                CANDIDATE,
                person,
                qualification,
                now);
    }

    /** Places that a person has given back in a qualification since a day. */
    int withdrawn(UUID person, String qualification, LocalDate since) {
        return sql.first(
                        "SELECT count(*) FROM practical_candidate c JOIN practical_session s ON s.id = c.session_id WHERE c.person_id = ? AND s.qualification = ? AND c.withdrawn_at >= ?",
                        row -> row.getInt(1),
                        person,
                        qualification,
                        since.atStartOfDay(OfficialClock.ZONE).toInstant())
                .orElseThrow();
    }

    public Optional<PracticalView> find(UUID id) {
        return sql.first(SESSIONS + " WHERE s.id = ?", SESSION, id);
    }

    /** @throws Refused NOT_FOUND */
    public PracticalView get(UUID id) {
        return find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The same, its row held until the transaction ends. */
    PracticalView lockedDay(UUID id) {
        sql.first("SELECT 1 FROM practical_session WHERE id = ? FOR UPDATE", row -> true, id);
        return get(id);
    }

    public List<StationChoice> stations(UUID session) {
        return sql.list(
                "SELECT t.id, t.label FROM practical_session_station s JOIN station t ON t.id = s.station_id WHERE s.session_id = ? ORDER BY t.label",
                STATION,
                session);
    }

    /** A centre's stations for a qualification that are in service. */
    public List<StationChoice> stationsOf(UUID centre, String qualification) {
        return sql.list(
                "SELECT t.id, t.label FROM station t JOIN station_qualification q ON q.station_id = t.id WHERE t.centre_id = ? AND q.qualification = ? AND t.out_since IS NULL ORDER BY t.label",
                STATION,
                centre,
                qualification);
    }

    /** In the order in which they are due. */
    public List<CandidateView> candidates(UUID session) {
        return sql.list(
                CANDIDATES + " WHERE c.session_id = ? ORDER BY c.slot_at, c.admitted_at, c.id", CANDIDATE, session);
    }

    /** @throws Refused NOT_FOUND */
    public CandidateView candidate(UUID id) {
        return sql.first(CANDIDATES + " WHERE c.id = ?", CANDIDATE, id)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The same, its row held until the transaction ends. */
    CandidateView locked(UUID id) {
        sql.first("SELECT 1 FROM practical_candidate WHERE id = ? FOR UPDATE", row -> true, id);
        return candidate(id);
    }

    /** Empty unless the practical was broken off and that stands. */
    public Optional<EndingView> ending(UUID candidate) {
        return endings(candidate).stream()
                .filter(ending -> ending.undoneAt() == null)
                .findFirst();
    }

    /** All that was broken off for a candidate, in order; what was taken back too. */
    List<EndingView> endings(UUID candidate) {
        return sql.list(
                "SELECT * FROM practical_ending WHERE candidate_id = ? ORDER BY ended_at, undone_at NULLS LAST",
                ENDING,
                candidate);
    }

    /** When a person is due anywhere, for whoever must not plan the same person twice at a time. */
    public List<Time> times(UUID person) {
        return sql.list(
                TIMES,
                row -> new Time(
                        row.getObject("session_id", UUID.class),
                        Sql.instant(row, "slot_at"),
                        Sql.instant(row, "until")),
                person);
    }
}
