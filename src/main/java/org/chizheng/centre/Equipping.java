package org.chizheng.centre;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.rule.SeatLabels;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Enters centres, and rooms with their seats, labelled A01, A02 … within the room. */
@ApplicationScoped
public class Equipping {
    static final int MOST_SEATS = 1000;
    private static final int LABEL = 40;
    private static final int NAME = 100;
    private final Centres centres;
    private final Sql sql;
    private final Auditing auditing;

    public Equipping(Centres centres, Sql sql, Auditing auditing) {
        this.centres = centres;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused CODE_TAKEN, or if the code or a name is missing or too long */
    @Transactional
    public UUID centre(String code, String zh, String en, String region) {
        UUID id = Ids.next();
        String tidy = Words.within(code, LABEL, "code");
        if (sql.update(
                        "INSERT INTO centre (id, code, zh, en, region) VALUES (?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING",
                        id,
                        tidy,
                        Words.within(zh, NAME, "zh"),
                        Words.within(en, NAME, "en"),
                        region)
                == 0) {
            throw new Refused(CentreRefusal.CODE_TAKEN, tidy);
        }
        auditing.note("entered", "centre", id, tidy);
        return id;
    }

    /**
     * @param seats 0 to 1000
     * @throws Refused LABEL_TAKEN, TOO_MANY_SEATS, or if the label is missing or longer than 40 characters
     */
    @Transactional
    public UUID room(UUID centre, String label, int seats) {
        UUID id = Ids.next();
        String tidy = Words.within(label, LABEL, "label");
        if (sql.update(
                        "INSERT INTO room (id, centre_id, label) VALUES (?, ?, ?) ON CONFLICT (centre_id, label) DO NOTHING",
                        id,
                        centre,
                        tidy)
                == 0) {
            throw new Refused(CentreRefusal.LABEL_TAKEN, tidy);
        }
        seat(id, seats);
        auditing.note("entered", "room", id, seats + " seats");
        return id;
    }

    /** More seats in a room, by the next free labels. @throws Refused TOO_MANY_SEATS */
    @Transactional
    public void addSeats(UUID room, int seats) {
        sql.first("SELECT 1 FROM room WHERE id = ? FOR UPDATE", row -> true, room);
        seat(room, seats);
        auditing.note("added seats", "room", room, seats + " seats");
    }

    private void seat(UUID room, int seats) {
        Set<String> taken = new HashSet<>();
        centres.seats(room).forEach(seat -> taken.add(seat.label()));
        if (seats < 0 || taken.size() + seats > MOST_SEATS) {
            throw new Refused(CentreRefusal.TOO_MANY_SEATS, MOST_SEATS);
        }
        List<Object[]> rows = new ArrayList<>();
        for (int place = 0; rows.size() < seats; place++) {
            String label = SeatLabels.at(place);
            if (!taken.contains(label)) {
                rows.add(new Object[] {Ids.next(), room, label});
            }
        }
        sql.batch("INSERT INTO seat (id, room_id, label) VALUES (?, ?, ?)", rows);
    }
}
