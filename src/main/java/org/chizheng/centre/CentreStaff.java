package org.chizheng.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Who works at a centre, in which duty. */
@ApplicationScoped
public class CentreStaff {
    private static final String STAFF = """
            SELECT s.*, p.name, EXISTS (SELECT 1 FROM trainer t WHERE t.person_id = s.person_id AND t.since <= ? AND (t.until IS NULL OR t.until >= ?)) trains
            FROM centre_staff s JOIN person p ON p.id = s.person_id """;
    private static final Sql.Row<StaffView> ROW = row -> new StaffView(
            row.getObject("id", UUID.class),
            row.getObject("centre_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("name"),
            row.getString("duty"),
            row.getString("qualification"),
            row.getString("credential"),
            Sql.date(row, "qualified_until"),
            Sql.date(row, "since"),
            Sql.date(row, "until"),
            row.getBoolean("trains"));
    private final Sql sql;
    private final OfficialClock clock;

    public CentreStaff(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Those who are there first, by duty and name; then those who left. */
    public List<StaffView> of(UUID centre) {
        return sql.list(
                STAFF + " WHERE s.centre_id = ? ORDER BY s.until IS NOT NULL, s.duty, p.name, s.id",
                ROW,
                clock.today(),
                clock.today(),
                centre);
    }

    /** Entries of a person as an assessor of a qualification at a centre on a day; what qualifies may have lapsed. */
    public List<StaffView> assessing(UUID centre, UUID person, String qualification, LocalDate on) {
        return sql.list(
                STAFF
                        + " WHERE s.person_id = ? AND s.centre_id = ? AND s.duty = 'ASSESSOR' AND s.qualification = ? AND s.since <= ? AND (s.until IS NULL OR s.until >= ?)",
                ROW,
                on,
                on,
                person,
                centre,
                qualification,
                on,
                on);
    }

    public Optional<StaffView> find(UUID id) {
        return sql.first(STAFF + " WHERE s.id = ?", ROW, clock.today(), clock.today(), id);
    }
}
