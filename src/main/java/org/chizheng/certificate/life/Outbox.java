package org.chizheng.certificate.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Messages by their recipient: the newest fifty, of each certificate the last, on certificates that run and that nothing has ended or replaced. */
@ApplicationScoped
public class Outbox {
    private static final String TO = """
            SELECT m.*, c.holder_name, c.qualification, c.valid_to FROM message_outbox m JOIN certificate c ON c.id = m.certificate_id
            WHERE m.%1$s = ? AND c.valid_to >= ?
              AND NOT EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = c.id
                              AND e.kind IN ('REVOKED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED'))
              AND NOT EXISTS (SELECT 1 FROM message_outbox l WHERE l.certificate_id = m.certificate_id AND l.template = m.template
                              AND l.days < m.days AND l.%1$s = m.%1$s)
              %2$s ORDER BY m.created_at DESC, m.id LIMIT 50""";
    private static final String TO_PERSON = TO.formatted("person_id", "");
    private static final String TO_ENTERPRISE = TO.formatted("enterprise_id", """
            AND EXISTS (SELECT 1 FROM appointment a JOIN post p ON p.id = a.post_id
                        WHERE p.enterprise_id = m.enterprise_id AND a.person_id = c.person_id AND a.known_until IS NULL
                          AND (a.valid_until IS NULL OR a.valid_until > ?))""");
    private final Sql sql;
    private final OfficialClock clock;

    public Outbox(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public List<Message> toPerson(UUID person) {
        return sql.list(TO_PERSON, Outbox::message, person, clock.today());
    }

    /** About people who stand there still. */
    public List<Message> toEnterprise(UUID enterprise) {
        return sql.list(TO_ENTERPRISE, Outbox::message, enterprise, clock.today(), clock.today());
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getObject("certificate_id", UUID.class),
                row.getString("holder_name"),
                row.getString("qualification"),
                row.getInt("days"),
                Sql.date(row, "valid_to"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "sent_at"));
    }
}
