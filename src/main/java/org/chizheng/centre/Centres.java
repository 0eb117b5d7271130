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
            row.getString("region"));
    private static final Sql.Row<RoomView> ROOM = row -> new RoomView(
            row.getObject("id", UUID.class),
            row.getObject("centre_id", UUID.class),
            row.getString("label"),
            row.getInt("seats"));
    private static final String ROOMS =
            "SELECT r.*, (SELECT count(*) FROM seat s WHERE s.room_id = r.id) seats FROM room r ";
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

    public List<RoomView> rooms(UUID centre) {
        return sql.list(ROOMS + "WHERE r.centre_id = ? ORDER BY r.label", ROOM, centre);
    }

    public Optional<RoomView> room(UUID id) {
        return sql.first(ROOMS + "WHERE r.id = ?", ROOM, id);
    }
}
