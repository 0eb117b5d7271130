package org.chizheng.audit;

import java.sql.PreparedStatement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/**
 * Writes an entry in the acting transaction: the act and its entry stand or fall together. Entries are not chained here, so
 * that acts do not wait for each other; {@link Sealing} does it within a second.
 */
@ApplicationScoped
public class Auditing {
    private static final String INSERT = """
            WITH e AS (INSERT INTO audit_entry (actor, act, subject, subject_id, details) VALUES (?, ?, ?, ?, ?) RETURNING id)
            INSERT INTO audit_pending (entry_id) SELECT id FROM e""";
    private final EntityManager entities;
    private final Actor actor;

    public Auditing(EntityManager entities, Actor actor) {
        this.entities = entities;
        this.actor = actor;
    }

    /** @param details a few words without personal data */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(String act, String subject, Object subjectId, String details) {
        entities.flush();
        String who = actor.name();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, who);
                insert.setString(2, act);
                insert.setString(3, subject);
                insert.setString(4, String.valueOf(subjectId));
                insert.setString(5, details);
                insert.executeUpdate();
            }
        });
    }
}
