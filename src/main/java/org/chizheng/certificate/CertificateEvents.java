package org.chizheng.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** What happened to certificates: rows are added, never changed. */
@ApplicationScoped
public class CertificateEvents {
    /** The key of a lock of the database that all writers of events share. */
    private static final int LOCK = 5_055;

    private static final String OF = """
            SELECT certificate_id, kind, effective_on, review_due FROM certificate_event WHERE certificate_id = ANY (?)
            ORDER BY effective_on, recorded_at, seq""";
    private static final String APPEND = """
            INSERT INTO certificate_event (id, certificate_id, kind, effective_on, ground, reason, article, document, policy, actor, second_actor, review_due, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final OfficialClock clock;

    public CertificateEvents(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** In the order of effect and recording. */
    public Map<UUID, List<Standing.Event>> of(List<UUID> certificates) {
        Map<UUID, List<Standing.Event>> found = new HashMap<>();
        if (!certificates.isEmpty()) {
            sql.list(OF, row -> keep(row, found), (Object) certificates.toArray(UUID[]::new));
        }
        return found;
    }

    /** @param reviewDue name of the column of that date, of which a certificate has one too */
    static Standing.Event event(ResultSet row, String reviewDue) throws SQLException {
        return new Standing.Event(row.getString("kind"), Sql.date(row, "effective_on"), Sql.date(row, reviewDue));
    }

    private static Standing.Event keep(ResultSet row, Map<UUID, List<Standing.Event>> found) throws SQLException {
        Standing.Event event = event(row, "review_due");
        found.computeIfAbsent(row.getObject("certificate_id", UUID.class), id -> new ArrayList<>())
                .add(event);
        return event;
    }

    /**
     * An event as staff see it; what older rows do not say is null.
     *
     * @param ground class of the reason
     * @param document number of the decision on paper
     */
    public record Told(
            String kind,
            LocalDate effectiveOn,
            String ground,
            String reason,
            String article,
            String document,
            String policy,
            String actor,
            String secondActor,
            LocalDate reviewDue,
            Instant recordedAt) {}

    public List<Told> told(UUID certificate) {
        return sql.list(
                "SELECT * FROM certificate_event WHERE certificate_id = ? ORDER BY recorded_at, seq",
                row -> new Told(
                        row.getString("kind"),
                        Sql.date(row, "effective_on"),
                        row.getString("ground"),
                        row.getString("reason"),
                        row.getString("article"),
                        row.getString("document"),
                        row.getString("policy"),
                        row.getString("actor"),
                        row.getString("second_actor"),
                        Sql.date(row, "review_due"),
                        Sql.instant(row, "recorded_at")),
                certificate);
    }

    /**
     * Must be taken before a decision reads the events that it rests on. Writers go one after the other, so that nobody decides on what another is just changing, and
     * so that seq grows in the order in which events can be seen.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    /** @return the id of the row */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID append(UUID certificate, Told event) {
        UUID id = Ids.next();
        sql.update(
                APPEND,
                id,
                certificate,
                event.kind(),
                event.effectiveOn(),
                event.ground(),
                event.reason(),
                event.article(),
                event.document(),
                event.policy(),
                event.actor(),
                event.secondActor(),
                event.reviewDue(),
                clock.now());
        return id;
    }
}
