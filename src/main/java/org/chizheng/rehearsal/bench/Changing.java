package org.chizheng.rehearsal.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * Suspends certificates of a province, each the only one that answers to a requirement of somebody on post today: first one at each of some enterprises in no order, then another one at
 * each. None of the large enterprise: it would be a seventh of a small province and nothing of a large one.
 */
final class Changing {
    private static final String VICTIMS = """
            SELECT certificate, enterprise, region FROM (
              SELECT c.id certificate, e.id enterprise, e.region, row_number() OVER (PARTITION BY e.id ORDER BY md5(c.id::text)) turn
              FROM (SELECT id, region FROM enterprise WHERE id <> '%s' ORDER BY md5(id::text) LIMIT 900) e
              JOIN post p ON p.enterprise_id = e.id JOIN appointment a ON a.post_id = p.id
              JOIN requirement r ON r.post_id = p.id JOIN certificate c ON c.person_id = a.person_id AND c.qualification = r.qualification
              WHERE a.valid_until IS NULL AND a.known_until IS NULL AND c.valid_from < current_date AND c.valid_to > current_date
                AND (c.review_due IS NULL OR c.review_due > current_date)
                AND (SELECT count(*) FROM certificate o WHERE o.person_id = a.person_id) = 1
                AND (SELECT count(*) FROM appointment o WHERE o.person_id = a.person_id) = 1
                AND NOT EXISTS (SELECT FROM certificate_event v WHERE v.certificate_id = c.id)) v
            ORDER BY turn, md5(enterprise::text)""".formatted(Province.LARGE);
    private static final String SUSPEND = """
            INSERT INTO certificate_event (id, certificate_id, kind, effective_on, reason, actor, recorded_at)
            VALUES (gen_random_uuid(), ?, 'SUSPENDED', current_date - 1, 'bench', 'bench', now())""";
    private final Connection owner;
    private final Deque<Victim> victims = new ArrayDeque<>();

    /** A certificate, and where its holder works. */
    record Victim(UUID certificate, UUID enterprise, String county) {}

    Changing(Connection owner) throws SQLException {
        this.owner = owner;
        try (PreparedStatement query = owner.prepareStatement(VICTIMS);
                ResultSet found = query.executeQuery()) {
            while (found.next()) {
                victims.add(
                        new Victim(found.getObject(1, UUID.class), found.getObject(2, UUID.class), found.getString(3)));
            }
        }
    }

    Victim next() {
        return victims.remove();
    }

    void suspend(Victim victim) throws SQLException {
        try (PreparedStatement event = owner.prepareStatement(SUSPEND)) {
            event.setObject(1, victim.certificate());
            event.executeUpdate();
        }
    }
}
