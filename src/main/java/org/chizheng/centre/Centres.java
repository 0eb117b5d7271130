package org.chizheng.centre;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Centres, rooms and seats. */
@ApplicationScoped
public class Centres {
    private static final Sql.Row<CentreView> CENTRE = row -> new CentreView(
            row.getObject("id", UUID.class),
            row.getString("code"),
            row.getString("zh"),
            row.getString("en"),
            row.getString("region"),
            row.getString("host"));
    private static final Sql.Row<RoomView> ROOM = row -> new RoomView(
            row.getObject("id", UUID.class),
            row.getObject("centre_id", UUID.class),
            row.getString("label"),
            row.getInt("seats"),
            row.getObject("capacity", Integer.class),
            Out.of(row));
    private static final Sql.Row<SeatView> SEAT = row -> new SeatView(
            row.getObject("id", UUID.class),
            row.getObject("room_id", UUID.class),
            row.getString("label"),
            row.getString("network"),
            row.getString("fingerprint"),
            Out.of(row));
    private static final String ROOMS =
            "SELECT r.*, (SELECT count(*) FROM seat s WHERE s.room_id = r.id AND s.out_since IS NULL) seats FROM room r ";
    private final Sql sql;

    public Centres(Sql sql) {
        this.sql = sql;
    }

    public List<CentreView> all() {
        return sql.list("SELECT * FROM centre ORDER BY code", CENTRE);
    }

    public Optional<CentreView> find(UUID id) {
        return sql.first("SELECT * FROM centre WHERE id = ?", CENTRE, id);
    }

    /** All of a centre, those out of service too. */
    public List<RoomView> rooms(UUID centre) {
        return sql.list(ROOMS + "WHERE r.centre_id = ? ORDER BY r.label", ROOM, centre);
    }

    public Optional<RoomView> room(UUID id) {
        return sql.first(ROOMS + "WHERE r.id = ?", ROOM, id);
    }

    /** All of a room in their order, those out of service too. */
    public List<SeatView> seats(UUID room) {
        return sql.list("SELECT * FROM seat WHERE room_id = ? ORDER BY length(label), label", SEAT, room);
    }

    public Optional<SeatView> seat(UUID id) {
        return sql.first("SELECT * FROM seat WHERE id = ?", SEAT, id);
    }
}
