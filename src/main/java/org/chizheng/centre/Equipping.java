package org.chizheng.centre;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.Sql;

/** Enters centres, and rooms with their seats, labelled A01, A02 … within the room. */
@ApplicationScoped
public class Equipping {
    private static final int ROW = 10;
    private final Sql sql;
    private final Auditing auditing;

    public Equipping(Sql sql, Auditing auditing) {
        this.sql = sql;
        this.auditing = auditing;
    }

    @Transactional
    public UUID centre(String code, String zh, String en, String region) {
        UUID id = Ids.next();
        sql.update("INSERT INTO centre (id, code, zh, en, region) VALUES (?, ?, ?, ?, ?)", id, code, zh, en, region);
        auditing.note("entered", "centre", id, code);
        return id;
    }

    @Transactional
    public UUID room(UUID centre, String label, int seats) {
        UUID id = Ids.next();
        sql.update("INSERT INTO room (id, centre_id, label) VALUES (?, ?, ?)", id, centre, label);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < seats; i++) {
            String seat = (char) ('A' + i / ROW) + "%02d".formatted(i % ROW + 1);
            rows.add(new Object[] {Ids.next(), id, seat});
        }
        sql.batch("INSERT INTO seat (id, room_id, label) VALUES (?, ?, ?)", rows);
        auditing.note("entered", "room", id, seats + " seats");
        return id;
    }
}
