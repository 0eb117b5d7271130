package org.chizheng.audit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.chizheng.audit.AuditChain.Entry;
import org.chizheng.audit.Auditing.Note;
import org.chizheng.common.Signer;

/**
 * Proves that what another record says of a subject is what the log says: each act of it stands in the log, in the same order, the log has no other, and the chain from there on is
 * whole to its last seal. So whoever alters that record must alter what was signed, too.
 */
public final class AuditProof {
    private static final String ACTS = "SELECT " + AuditLog.COLUMNS + """
            , l.position, p.entry_id IS NOT NULL FROM audit_entry e
            LEFT JOIN audit_link l ON l.entry_id = e.id LEFT JOIN audit_pending p ON p.entry_id = e.id
            WHERE e.subject = ? AND e.subject_id = ? AND e.act = ANY (?) ORDER BY e.id""";
    private static final String ELSEWHERE = """
            SELECT subject_id FROM audit_entry WHERE subject = ? AND act = ? AND actor = ? AND subject_id <> ? ORDER BY id LIMIT 1""";
    private final Connection connection;
    private final Signer signer;

    public AuditProof(Connection connection, Signer signer) {
        this.connection = connection;
        this.signer = signer;
    }

    /**
     * What was checked.
     *
     * @param acts of the subject that the log has
     * @param waiting of them that no seal covers yet, so that nothing is promised of them
     * @param fault null, or the first thing that does not hold
     */
    public record Finding(int acts, int waiting, String fault) {}

    /** An entry and where it stands in the chain: 0 while it waits, -1 if it neither stands nor waits. */
    private record Placed(Entry entry, long position) {
        boolean says(Note note) {
            return entry.act().equals(note.act())
                    && (note.details() == null || entry.details().equals(note.details()))
                    && (note.actor() == null || entry.actor().equals(note.actor()));
        }

        @Override
        public String toString() {
            return "'" + entry.act() + "' (" + entry.details() + ")";
        }
    }

    /**
     * @param acts the kinds of acts that are compared
     * @param said all of those kinds that the other record tells of, in its order; actor or details are null where it does not tell them
     */
    public Finding prove(String subject, Object id, Set<String> acts, List<Note> said) throws SQLException {
        List<Placed> found = find(subject, String.valueOf(id), acts);
        int waiting = (int) found.stream().filter(act -> act.position() <= 0).count();
        String fault = compare(found, said);
        if (fault == null) {
            fault = chainFault(found);
        }
        return new Finding(found.size(), waiting, fault);
    }

    /** @return the first other subject of which the log says that this actor did that act, null if there is none */
    public String elsewhere(String subject, String act, String actor, Object id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ELSEWHERE)) {
            query.setString(1, subject);
            query.setString(2, act);
            query.setString(3, actor);
            query.setString(4, String.valueOf(id));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private List<Placed> find(String subject, String id, Set<String> acts) throws SQLException {
        Array kinds = connection.createArrayOf("text", acts.toArray());
        try (PreparedStatement query = connection.prepareStatement(ACTS)) {
            query.setString(1, subject);
            query.setString(2, id);
            query.setArray(3, kinds);
            try (ResultSet rows = query.executeQuery()) {
                List<Placed> found = new ArrayList<>();
                while (rows.next()) {
                    long position = rows.getObject(8) != null ? rows.getLong(8) : rows.getBoolean(9) ? 0 : -1;
                    found.add(new Placed(AuditLog.entry(rows), position));
                }
                return found;
            }
        }
    }

    private static String compare(List<Placed> found, List<Note> said) {
        List<Placed> unexplained = new ArrayList<>(found);
        List<Placed> explained = new ArrayList<>();
        for (Note note : said) {
            Placed act =
                    unexplained.stream().filter(a -> a.says(note)).findFirst().orElse(null);
            if (act == null) {
                return "the audit log does not say '" + note.act() + "' (" + note.details() + ")";
            }
            unexplained.remove(act);
            explained.add(act);
        }
        if (!unexplained.isEmpty()) {
            return "the audit log says " + unexplained.get(0) + " at "
                    + unexplained.get(0).entry().at() + ", and there is nothing of it here";
        }
        return orderFault(found, explained);
    }

    private static String orderFault(List<Placed> found, List<Placed> explained) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) != explained.get(i)) {
                return "the audit log says " + found.get(i) + " before " + explained.get(i)
                        + ", and here it comes later";
            }
        }
        return null;
    }

    private String chainFault(List<Placed> found) throws SQLException {
        for (Placed act : found) {
            if (act.position() < 0) {
                return "the audit log's " + act + " is neither chained nor waiting to be";
            }
        }
        long first = found.stream()
                .mapToLong(Placed::position)
                .filter(p -> p > 0)
                .min()
                .orElse(Long.MAX_VALUE);
        Proving.Proof chain = new ChainWalk(connection, signer).before(first);
        if (chain.fault() != null) {
            return "the audit log: " + chain.fault();
        }
        return chain.sealed() < chain.checked()
                ? "the audit log: position " + (chain.sealed() + 1) + " is behind the last seal"
                : null;
    }
}
