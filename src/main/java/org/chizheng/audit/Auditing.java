package org.chizheng.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

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
    private static final String INSERT_ALL = """
            WITH e AS (INSERT INTO audit_entry (actor, act, subject, subject_id, details)
                       SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) RETURNING id)
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

    /** Many entries in one statement, in the acting transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void noteAll(List<Note> notes) {
        entities.flush();
        entities.unwrap(Session.class).doWork(connection -> noteAll(connection, notes));
    }

    /** What {@link #noteAll} writes. */
    public record Note(String actor, String act, String subject, Object subjectId, String details) {}

    /** Many entries in one statement, for those who write in a transaction of their own on a plain connection. */
    public static void noteAll(Connection connection, List<Note> notes) throws SQLException {
        if (notes.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ALL)) {
            insert.setArray(1, texts(connection, notes, Note::actor));
            insert.setArray(2, texts(connection, notes, Note::act));
            insert.setArray(3, texts(connection, notes, Note::subject));
            insert.setArray(4, texts(connection, notes, note -> String.valueOf(note.subjectId())));
            insert.setArray(5, texts(connection, notes, Note::details));
            insert.executeUpdate();
        }
    }

    private static Array texts(Connection connection, List<Note> notes, Function<Note, String> field)
            throws SQLException {
        return connection.createArrayOf("text", notes.stream().map(field).toArray());
    }
}
