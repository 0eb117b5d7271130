package org.chizheng.centre;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Changes what a centre consists of: names, capacities, and what is out of service. */
@ApplicationScoped
public class Arranging {
    static final int MOST_PLACES = 1000;
    private static final int LABEL = 40;
    private static final int NAME = 100;
    private static final int REASON = 200;
    private static final String DEVICE_ELSEWHERE = """
            SELECT o.label FROM station s JOIN station o ON o.centre_id = s.centre_id AND o.id <> s.id JOIN station_device d ON d.station_id = o.id
            WHERE s.id = ? AND d.serial = ? AND d.out_since IS NULL ORDER BY o.label LIMIT 1""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Arranging(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** What can be out of service. */
    public enum Part {
        ROOM("room"),
        SEAT("seat"),
        STATION("station"),
        DEVICE("station_device");

        private final String table;

        Part(String table) {
            this.table = table;
        }
    }

    /** @param host EXAM_CENTRE or VOCATIONAL_COLLEGE */
    @Transactional
    public void centre(UUID id, String zh, String en, String host) {
        if (!"EXAM_CENTRE".equals(host) && !"VOCATIONAL_COLLEGE".equals(host)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "host", "");
        }
        sql.update(
                "UPDATE centre SET zh = ?, en = ?, host = ? WHERE id = ?",
                Words.within(zh, NAME, "zh"),
                Words.within(en, NAME, "en"),
                host,
                id);
        auditing.note("changed", "centre", id, host);
    }

    /** @param capacity 1 to 1000, or null for as many as there are seats. @throws Refused LABEL_TAKEN, or if a field is out of bounds */
    @Transactional
    public void room(RoomView room, String label, Integer capacity) {
        String tidy = Words.within(label, LABEL, "label");
        free("SELECT 1 FROM room WHERE centre_id = ? AND label = ? AND id <> ?", room.centreId(), tidy, room.id());
        sql.update(
                "UPDATE room SET label = ?, capacity = ? WHERE id = ?",
                tidy,
                capacity == null ? null : places(capacity),
                room.id());
        auditing.note("changed", "room", room.id(), tidy + ", capacity " + capacity);
    }

    /** @throws Refused LABEL_TAKEN, or if the label is missing or longer than 40 characters */
    @Transactional
    public void seat(SeatView seat, String label) {
        String tidy = Words.within(label, LABEL, "label");
        free("SELECT 1 FROM seat WHERE room_id = ? AND label = ? AND id <> ?", seat.roomId(), tidy, seat.id());
        sql.update("UPDATE seat SET label = ? WHERE id = ?", tidy, seat.id());
        auditing.note("renamed", "seat", seat.id(), seat.label() + " to " + tidy);
    }

    void free(String question, UUID within, String label, UUID own) {
        if (sql.first(question, row -> true, within, label, own).isPresent()) {
            throw new Refused(CentreRefusal.LABEL_TAKEN, label);
        }
    }

    static int places(int capacity) {
        if (capacity < 1 || capacity > MOST_PLACES) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "capacity", "1 – " + MOST_PLACES);
        }
        return capacity;
    }

    /** A device in service stands at one station of a centre; who asks later waits for who asked first. */
    void mustBeAtOneStation(UUID station, String serial) {
        sql.first(
                "SELECT 1 FROM centre WHERE id = (SELECT centre_id FROM station WHERE id = ?) FOR NO KEY UPDATE",
                row -> true,
                station);
        sql.first(DEVICE_ELSEWHERE, row -> row.getString(1), station, serial).ifPresent(label -> {
            throw new Refused(CentreRefusal.DEVICE_ELSEWHERE, serial, label);
        });
    }

    /** Takes it out of service; the first reason stands. @throws Refused REASON_MISSING */
    @Transactional
    public void takeOut(Part part, UUID id, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(CentreRefusal.REASON_MISSING);
        }
        if (sql.update(
                        "UPDATE " + part.table
                                + " SET out_since = ?, out_reason = ? WHERE id = ? AND out_since IS NULL",
                        clock.now(),
                        Words.within(reason, REASON, "reason"),
                        id)
                > 0) {
            auditing.note("took out of service", part.table, id, reason.strip());
        }
    }

    /** @throws Refused DEVICE_ELSEWHERE where another station of the centre has the device meanwhile */
    @Transactional
    public void putBack(Part part, UUID id) {
        if (part == Part.DEVICE) {
            sql.first(
                            "SELECT station_id, serial FROM station_device WHERE id = ?",
                            row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                            id)
                    .ifPresent(device -> mustBeAtOneStation(device.getKey(), device.getValue()));
        }
        if (sql.update(
                        "UPDATE " + part.table
                                + " SET out_since = NULL, out_reason = NULL WHERE id = ? AND out_since IS NOT NULL",
                        id)
                > 0) {
            auditing.note("put back into service", part.table, id, "");
        }
    }
}
