package org.chizheng.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** What happened to an application, on its page and in the audit log. */
@ApplicationScoped
public class History {
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public History(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** A line of it. */
    public record Event(String kind, Instant at, String actor, String note) {}

    /** @param note words for people, which the audit log does not repeat */
    @Transactional(Transactional.TxType.MANDATORY)
    void note(UUID application, String kind, String by, String note) {
        sql.update(
                "INSERT INTO application_event (id, application_id, kind, at, actor, note) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                application,
                kind,
                clock.now(),
                by,
                note);
        auditing.note(kind.toLowerCase(java.util.Locale.ROOT), "application", application, "");
    }

    public List<Event> of(UUID application) {
        return sql.list(
                "SELECT * FROM application_event WHERE application_id = ? ORDER BY at, id",
                row -> new Event(
                        row.getString("kind"), Sql.instant(row, "at"), row.getString("actor"), row.getString("note")),
                application);
    }
}
