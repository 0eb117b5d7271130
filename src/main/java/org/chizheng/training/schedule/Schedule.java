package org.chizheng.training.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Classes that are planned. */
@ApplicationScoped
public class Schedule {
    private static final String CLASSES =
            "SELECT c.*, p.name provider, p.region provider_region FROM training_class c JOIN training_provider p ON p.id = c.provider_id ";
    private static final Sql.Row<PlannedClass> ROW = row -> new PlannedClass(
            row.getObject("id", UUID.class),
            row.getObject("provider_id", UUID.class),
            row.getString("provider"),
            row.getString("provider_region"),
            row.getString("region"),
            row.getString("qualification"),
            row.getString("kind"),
            Sql.date(row, "starts_on"),
            Sql.date(row, "ends_on"),
            row.getInt("hours"),
            row.getInt("places"),
            row.getString("reason"));
    private final Sql sql;

    public Schedule(Sql sql) {
        this.sql = sql;
    }

    /** Of a provider, cancelled ones too, those that end last first. */
    public List<PlannedClass> of(UUID provider, int most) {
        return sql.list(
                CLASSES + "WHERE c.provider_id = ? ORDER BY c.ends_on DESC, c.starts_on, c.id LIMIT ?",
                ROW,
                provider,
                most);
    }

    /** Those in regions that are not over on a day and not cancelled, in the order of their days. @param regions codes, of any level */
    public List<PlannedClass> ahead(List<String> regions, LocalDate day, int most) {
        return sql.list(
                CLASSES
                        + "WHERE c.cancelled_at IS NULL AND c.ends_on >= ? AND EXISTS (SELECT FROM unnest(?::text[]) r (code) WHERE starts_with(c.region, r.code))"
                        + " ORDER BY c.starts_on, p.name, c.id LIMIT ?",
                ROW,
                day,
                regions.toArray(String[]::new),
                most);
    }
}
