package org.chizheng.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Qualifications;

/** Enters and changes practical stations and their devices. */
@ApplicationScoped
public class Stationing {
    private static final int LABEL = 40;
    private static final int NAME = 100;
    private final Arranging arranging;
    private final Qualifications qualifications;
    private final Sql sql;
    private final Auditing auditing;

    public Stationing(Arranging arranging, Qualifications qualifications, Sql sql, Auditing auditing) {
        this.arranging = arranging;
        this.qualifications = qualifications;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param codes qualifications, at least one
     * @param capacity candidates at the same time, 1 to 1000
     * @throws Refused LABEL_TAKEN, SCOPE_EMPTY, UNKNOWN_QUALIFICATION, or if a field is out of bounds
     */
    @Transactional
    public UUID station(UUID centre, String label, List<String> codes, int capacity) {
        UUID id = Ids.next();
        String tidy = Words.within(label, LABEL, "label");
        if (sql.update(
                        "INSERT INTO station (id, centre_id, label, capacity) VALUES (?, ?, ?, ?) ON CONFLICT (centre_id, label) DO NOTHING",
                        id,
                        centre,
                        tidy,
                        Arranging.places(capacity))
                == 0) {
            throw new Refused(CentreRefusal.LABEL_TAKEN, tidy);
        }
        scope(id, codes);
        auditing.note("entered", "station", id, tidy);
        return id;
    }

    /** @throws Refused as when it is entered */
    @Transactional
    public void change(StationView station, String label, List<String> codes, int capacity) {
        String tidy = Words.within(label, LABEL, "label");
        arranging.free(
                "SELECT 1 FROM station WHERE centre_id = ? AND label = ? AND id <> ?",
                station.centreId(),
                tidy,
                station.id());
        sql.update(
                "UPDATE station SET label = ?, capacity = ? WHERE id = ?",
                tidy,
                Arranging.places(capacity),
                station.id());
        sql.update("DELETE FROM station_qualification WHERE station_id = ?", station.id());
        scope(station.id(), codes);
        auditing.note("changed", "station", station.id(), tidy + ", " + String.join(" ", codes));
    }

    private void scope(UUID station, List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            throw new Refused(CentreRefusal.SCOPE_EMPTY);
        }
        sql.batch(
                "INSERT INTO station_qualification (station_id, qualification) VALUES (?, ?)",
                codes.stream()
                        .distinct()
                        .map(code ->
                                new Object[] {station, qualifications.get(code).code()})
                        .toList());
    }

    /** @param checkedUntil last day that its inspection covers. @throws Refused SERIAL_TAKEN, DEVICE_ELSEWHERE, DATES_INVALID, or if a field is missing or too long */
    @Transactional
    public UUID device(UUID station, String name, String serial, LocalDate checkedUntil) {
        UUID id = Ids.next();
        String number = Words.within(serial, LABEL, "serial");
        arranging.mustBeAtOneStation(station, number);
        if (sql.update(
                        "INSERT INTO station_device (id, station_id, name, serial, checked_until) VALUES (?, ?, ?, ?, ?) ON CONFLICT (station_id, serial) DO NOTHING",
                        id,
                        station,
                        Words.within(name, NAME, "name"),
                        number,
                        day(checkedUntil))
                == 0) {
            throw new Refused(CentreRefusal.SERIAL_TAKEN, number);
        }
        auditing.note("entered", "device", id, "checked until " + checkedUntil);
        return id;
    }

    /** After another inspection. @throws Refused DATES_INVALID without a day */
    @Transactional
    public void inspected(UUID device, LocalDate checkedUntil) {
        sql.update("UPDATE station_device SET checked_until = ? WHERE id = ?", day(checkedUntil), device);
        auditing.note("inspected", "device", device, "checked until " + checkedUntil);
    }

    private static LocalDate day(LocalDate day) {
        if (day == null) {
            throw new Refused(CentreRefusal.DATES_INVALID);
        }
        return day;
    }
}
