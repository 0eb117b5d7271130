package org.chizheng.invigilation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Ids;
import org.chizheng.common.Sql;

/** The commands of the rooms, as they were given. */
@ApplicationScoped
public class Commands {
    /** Commands of one room come one after the other; candidates may begin meanwhile, for that needs no more than the row's key. */
    private static final String LOCK = "SELECT id FROM exam_session WHERE id = ? FOR NO KEY UPDATE";

    private static final String WRITE = """
            WITH c AS (INSERT INTO room_command (id, session_id, at, actor, act, reason, whole_room, asked, affected, minutes, seat)
                       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id)
            INSERT INTO room_command_target (command_id, enrolment_id) SELECT c.id, e FROM c, unnest(?::uuid[]) e""";
    private static final String OPEN =
            "SELECT enrolment_id FROM sitting WHERE session_id = ? AND state <> 'CLOSED' ORDER BY enrolment_id";
    private static final String BEGUN = "SELECT 1 FROM sitting WHERE enrolment_id = ?";
    private static final String OF_SESSION =
            "SELECT id FROM enrolment WHERE session_id = ? AND id = ANY (?) ORDER BY id";
    private static final String GIVEN = """
            SELECT c.*, CASE WHEN c.whole_room THEN '{}' ELSE ARRAY(SELECT e.ticket FROM room_command_target t JOIN enrolment e ON e.id = t.enrolment_id
                                                                 WHERE t.command_id = c.id ORDER BY e.ticket) END tickets
            FROM room_command c WHERE c.session_id = ? ORDER BY c.number""";
    private final Sql sql;

    public Commands(Sql sql) {
        this.sql = sql;
    }

    /** All that was commanded in a room, in the order in which it was. */
    public List<GivenCommand> given(UUID session) {
        return sql.list(
                GIVEN,
                row -> new GivenCommand(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getString("reason"),
                        row.getInt("affected"),
                        row.getObject("minutes", Integer.class),
                        row.getString("seat"),
                        List.of((String[]) row.getArray("tickets").getArray())),
                session);
    }

    /** Until the end of the transaction nobody else commands in this room. */
    void lock(UUID session) {
        sql.first(LOCK, row -> row.getObject(1), session);
    }

    /** Enrolments of those who have begun and not handed in. */
    List<UUID> open(UUID session) {
        return sql.list(OPEN, row -> row.getObject(1, UUID.class), session);
    }

    boolean hasBegun(UUID enrolment) {
        return sql.first(BEGUN, row -> row.getInt(1), enrolment).isPresent();
    }

    /** Those of the enrolments that are of this session. */
    List<UUID> ofSession(UUID session, List<UUID> enrolments) {
        return sql.list(OF_SESSION, row -> row.getObject(1, UUID.class), session, enrolments.toArray(UUID[]::new));
    }

    void write(UUID session, Instant at, String actor, CommandForm form, String reason, List<UUID> whom, int affected) {
        sql.update(
                WRITE,
                Ids.next(),
                session,
                at,
                actor,
                form.act().name(),
                reason,
                form.candidates() == null,
                whom.size(),
                affected,
                form.act() == RoomAct.EXTEND ? form.minutes() : null,
                form.act() == RoomAct.MOVE ? form.seat() : null,
                whom.toArray(UUID[]::new));
    }
}
