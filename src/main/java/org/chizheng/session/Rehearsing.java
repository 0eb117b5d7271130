package org.chizheng.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.Centres;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.PaperBatching;
import org.chizheng.people.MadeUp;
import org.chizheng.people.MakingUp;
import org.chizheng.regulation.Qualifications;

/**
 * Makes a rehearsal ready in one step: a session marked as such, made-up persons, papers drawn, everybody at a seat, the room started. What its
 * driver found is reported once and ends it.
 */
@ApplicationScoped
public class Rehearsing {
    private static final String PUBLIC_VALUE = "rehearsal";
    private static final String ENROL = """
            INSERT INTO enrolment (id, session_id, person_id, policy, ticket, seat_id, paper_id, enrolled_at, checked_in_at)
            SELECT ?, s.id, ?, s.policy, ?, ?, ?, ?, ? FROM exam_session s WHERE s.id = ?""";
    private static final String REPORT = """
            INSERT INTO rehearsal_report (session_id, reported_at, candidates, saves, p99_micros, lost, wrong)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (session_id) DO NOTHING""";
    private final Scheduling scheduling;
    private final Sessions sessions;
    private final Tickets tickets;
    private final Centres centres;
    private final Qualifications qualifications;
    private final MakingUp makingUp;
    private final PaperBatching papers;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Rehearsing(
            Scheduling scheduling,
            Sessions sessions,
            Tickets tickets,
            Centres centres,
            Qualifications qualifications,
            MakingUp makingUp,
            PaperBatching papers,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.scheduling = scheduling;
        this.sessions = sessions;
        this.tickets = tickets;
        this.centres = centres;
        this.qualifications = qualifications;
        this.makingUp = makingUp;
        this.papers = papers;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused if the room has fewer seats */
    @Transactional
    public RehearsalCast prepare(UUID room, String qualification, int candidates) {
        int seats = centres.room(room)
                .orElseThrow(() -> new Refused(SessionRefusal.ROOM_UNKNOWN))
                .seats();
        if (candidates > seats) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "candidates", "≤ " + seats);
        }
        UUID id = scheduling.rehearse(room, qualification, clock.now());
        SessionView session = sessions.find(id).orElseThrow();
        papers.draw(
                session.batchId(),
                PUBLIC_VALUE,
                candidates,
                qualifications.get(qualification).zh());
        List<RehearsalCast.Player> players = seat(session, makingUp.makeUp(candidates));
        sql.update("UPDATE exam_session SET state = 'RUNNING', started_at = ? WHERE id = ?", clock.now(), id);
        auditing.note("prepared rehearsal", "session", id, candidates + " made-up candidates");
        return new RehearsalCast(id, session.minutes(), players);
    }

    private List<RehearsalCast.Player> seat(SessionView session, List<MadeUp> persons) {
        List<UUID> seats = ids(
                "SELECT id FROM seat WHERE room_id = ? ORDER BY random() LIMIT ?", session.roomId(), persons.size());
        List<UUID> drawn = ids(
                "SELECT id FROM paper WHERE batch_id = ? ORDER BY ordinal LIMIT ?", session.batchId(), persons.size());
        List<String> given = tickets.draw(persons.size());
        Instant now = clock.now();
        List<Object[]> rows = new ArrayList<>();
        List<RehearsalCast.Player> players = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            rows.add(new Object[] {
                Ids.next(), persons.get(i).id(), given.get(i), seats.get(i), drawn.get(i), now, now, session.id()
            });
            players.add(new RehearsalCast.Player(given.get(i), persons.get(i).idNumber()));
        }
        sql.batch(ENROL, rows);
        return players;
    }

    private List<UUID> ids(String select, UUID of, int most) {
        return sql.list(select, row -> row.getObject(1, UUID.class), of, most);
    }

    /** @throws Refused when it was reported before, or tells of more candidates than there were */
    @Transactional
    public void report(UUID session, RehearsalReportForm report) {
        int enrolled = sessions.find(session).orElseThrow().enrolled();
        if (report.candidates() > enrolled) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "candidates", "≤ " + enrolled);
        }
        if (sql.update(
                        REPORT,
                        session,
                        clock.now(),
                        report.candidates(),
                        report.saves(),
                        report.p99Micros(),
                        report.lost(),
                        report.wrong())
                == 0) {
            throw new Refused(SessionRefusal.WRONG_STATE);
        }
        sql.update("UPDATE exam_session SET state = 'ENDED' WHERE id = ?", session);
        auditing.note(
                "reported rehearsal",
                "session",
                session,
                "%d candidates, %d saves, p99 %d µs, %d lost, %d wrong"
                        .formatted(
                                report.candidates(),
                                report.saves(),
                                report.p99Micros(),
                                report.lost(),
                                report.wrong()));
    }
}
