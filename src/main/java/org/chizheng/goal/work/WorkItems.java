package org.chizheng.goal.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.goal.rule.WorkKind;
import org.chizheng.goal.rule.WorkState;

/** Items by region or enterprise. */
@ApplicationScoped
public class WorkItems {
    private static final String ITEM =
            "SELECT w.*, e.name, e.credit_code FROM work_item w JOIN enterprise e ON e.id = w.enterprise_id WHERE ";
    private static final String WITHIN =
            "EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(w.region, reach.code))";
    /** What is overdue first, then by kind, then by how many people it is about. */
    private static final String WORST =
            " ORDER BY NOT (w.state = 'OPEN' AND w.due_on < ?), array_position(ARRAY['NO_SAFETY_MANAGER', 'UNCERTIFIED', 'EXPIRING'], w.kind), w.amount DESC, w.due_on, w.id LIMIT ?";

    private static final String RUNNING = ITEM + WITHIN
            + " AND w.state <> 'CLOSED' AND (?::text IS NULL OR w.state = ?) AND (?::text IS NULL OR w.kind = ?)"
            + WORST;
    private static final String CLOSED =
            ITEM + WITHIN + " AND w.state = 'CLOSED' AND w.changed_at >= ? AND (?::text IS NULL OR w.kind = ?)" + WORST;
    private static final String COUNTS =
            "SELECT w.state, count(*), count(*) FILTER (WHERE w.state = 'OPEN' AND w.due_on < ?) FROM work_item w WHERE "
                    + WITHIN + " AND w.state <> 'CLOSED' GROUP BY 1";
    private static final String CHANGED = ITEM + WITHIN + " AND w.changed_at >= ?" + WORST;
    static final int CLOSED_DAYS = 90;
    private final Sql sql;

    public WorkItems(Sql sql) {
        this.sql = sql;
    }

    /** Which items are asked for. state, kind: null for all that are not closed, and for all kinds. */
    record Filter(List<String> regions, WorkState state, WorkKind kind) {
        private String stateName() {
            return state == null ? null : state.name();
        }

        private String kindName() {
            return kind == null ? null : kind.name();
        }
    }

    /** How many items are in a state, and how many of them are overdue. */
    public record Count(WorkState state, long items, long overdue) {}

    /** The worst first; of closed ones those that were closed within {@link #CLOSED_DAYS} days. */
    List<WorkItem> of(Filter filter, LocalDate today, int most) {
        String[] regions = filter.regions().toArray(String[]::new);
        if (filter.state() == WorkState.CLOSED) {
            Instant since = today.minusDays(CLOSED_DAYS)
                    .atStartOfDay(OfficialClock.ZONE)
                    .toInstant();
            return sql.list(CLOSED, WorkItems::item, regions, since, filter.kindName(), filter.kindName(), today, most);
        }
        return sql.list(
                RUNNING,
                WorkItems::item,
                regions,
                filter.stateName(),
                filter.stateName(),
                filter.kindName(),
                filter.kindName(),
                today,
                most);
    }

    /** What was raised, answered or changed from an instant on, the worst first. */
    List<WorkItem> changed(List<String> regions, Instant since, LocalDate today, int most) {
        return sql.list(CHANGED, WorkItems::item, regions.toArray(String[]::new), since, today, most);
    }

    List<Count> counts(List<String> regions, LocalDate today) {
        return sql.list(
                COUNTS,
                row -> new Count(WorkState.valueOf(row.getString(1)), row.getLong(2), row.getLong(3)),
                today,
                regions.toArray(String[]::new));
    }

    /** Those that run before those that are closed, the newest first. */
    List<WorkItem> ofEnterprise(UUID enterprise, int most) {
        return sql.list(
                ITEM + "w.enterprise_id = ? ORDER BY w.state = 'CLOSED', w.raised_at DESC, w.id LIMIT ?",
                WorkItems::item,
                enterprise,
                most);
    }

    Optional<WorkItem> find(UUID id) {
        return sql.first(ITEM + "w.id = ?", WorkItems::item, id);
    }

    /** The row stays locked until the acting transaction ends. */
    Optional<WorkItem> locked(UUID id) {
        return sql.first(ITEM + "w.id = ? FOR UPDATE OF w", WorkItems::item, id);
    }

    /** In the order in which they happened. */
    List<WorkEvent> events(UUID item) {
        return sql.list(
                "SELECT * FROM work_event WHERE item_id = ? ORDER BY id",
                row -> new WorkEvent(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getInt("amount"),
                        row.getString("words")),
                item);
    }

    static RunningItem running(ResultSet row) throws SQLException {
        return new RunningItem(
                row.getObject("id", UUID.class),
                WorkKind.valueOf(row.getString("kind")),
                row.getObject("enterprise_id", UUID.class),
                row.getString("region"),
                row.getInt("amount"),
                Sql.date(row, "due_on"));
    }

    static WorkItem item(ResultSet row) throws SQLException {
        return new WorkItem(
                row.getObject("id", UUID.class),
                WorkKind.valueOf(row.getString("kind")),
                row.getObject("enterprise_id", UUID.class),
                row.getString("name"),
                row.getString("credit_code"),
                row.getString("region"),
                row.getInt("amount"),
                Sql.date(row, "since"),
                WorkState.valueOf(row.getString("state")),
                Sql.instant(row, "raised_at"),
                Sql.date(row, "due_on"),
                Sql.instant(row, "changed_at"),
                row.getString("change"));
    }
}
