package org.chizheng.centre;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Practical stations and their devices. */
@ApplicationScoped
public class Stations {
    private static final String STATIONS = """
            SELECT s.*, ARRAY(SELECT q.qualification FROM station_qualification q WHERE q.station_id = s.id ORDER BY 1) qualifications FROM station s """;
    private static final Sql.Row<StationView> STATION = row -> new StationView(
            row.getObject("id", UUID.class),
            row.getObject("centre_id", UUID.class),
            row.getString("label"),
            row.getInt("capacity"),
            List.of((String[]) row.getArray("qualifications").getArray()),
            Out.of(row));
    private static final Sql.Row<DeviceView> DEVICE = row -> new DeviceView(
            row.getObject("id", UUID.class),
            row.getObject("station_id", UUID.class),
            row.getString("name"),
            row.getString("serial"),
            Sql.date(row, "checked_until"),
            Out.of(row));
    private final Sql sql;

    public Stations(Sql sql) {
        this.sql = sql;
    }

    /** All of a centre, those out of service too. */
    public List<StationView> of(UUID centre) {
        return sql.list(STATIONS + " WHERE s.centre_id = ? ORDER BY s.label", STATION, centre);
    }

    public Optional<StationView> find(UUID id) {
        return sql.first(STATIONS + " WHERE s.id = ?", STATION, id);
    }

    public List<DeviceView> devices(UUID station) {
        return sql.list("SELECT * FROM station_device WHERE station_id = ? ORDER BY name, serial", DEVICE, station);
    }

    public Optional<DeviceView> device(UUID id) {
        return sql.first("SELECT * FROM station_device WHERE id = ?", DEVICE, id);
    }
}
