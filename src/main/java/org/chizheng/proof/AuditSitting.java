package org.chizheng.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

import org.chizheng.sitting.LogProof;
import org.chizheng.sitting.SittingProof;

/**
 * Proves one sitting's log against its receipt and the audit log. Exit code 0 when all holds, 1 when something does not, 2 when it was not asked rightly or could not
 * look.
 */
public final class AuditSitting {
    private static final String USAGE = "usage: bin/audit-sitting ID|TICKET|RECEIPT [--data DIR]";
    /** Tickets and receipts are printed in groups of digits. */
    private static final String ASKED = """
            WITH asked AS (SELECT name, upper(regexp_replace(name, '[\\s-]', '', 'g')) AS number FROM (SELECT ?::text AS name) told)
            """;

    private static final String FIND = ASKED + """
            SELECT s.id FROM asked, sitting s JOIN enrolment e ON e.id = s.enrolment_id LEFT JOIN receipt r ON r.sitting_id = s.id
            WHERE s.id::text = name OR e.ticket = asked.number OR r.number = asked.number ORDER BY s.started_at DESC LIMIT 1""";
    /** What the database has lost, its audit log may still know. */
    private static final String FIND_TRACE = ASKED + """
            SELECT a.subject_id::uuid FROM asked, audit_entry a
            WHERE a.subject = 'sitting' AND (a.subject_id = name
              OR a.actor = 'ticket:' || (SELECT e.id FROM enrolment e WHERE e.ticket = number)
              OR a.act = 'handed in' AND strpos(a.details, ', receipt ' || number || ', ') > 0) ORDER BY a.id DESC LIMIT 1""";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    AuditSitting(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String... args) {
        System.exit(new AuditSitting(System.getenv(), System.out, System.err).run(args));
    }

    /** @return the exit code */
    int run(String... args) {
        boolean asked = args.length == 1 || args.length == 3 && "--data".equals(args[1]);
        if (!asked) {
            err.println(USAGE);
            return 2;
        }
        Installation installation = new Installation(Path.of(args.length == 3 ? args[2] : "data"), environment);
        try (Connection connection = installation.connect()) {
            UUID sitting = find(connection, args[0]);
            return tell(sitting, new SittingProof(connection, installation.signer()).prove(sitting));
        } catch (IOException | SQLException | IllegalArgumentException | IllegalStateException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int tell(UUID sitting, SittingProof.Finding finding) {
        LogProof.Finding log = finding.log();
        out.printf(
                "sitting %s: %d entries, %d answers, receipt %s%n",
                sitting, log.entries(), log.answers(), log.receipt() == null ? "not yet" : log.receipt());
        if (finding.fault() != null) {
            out.println("DOES NOT HOLD: " + finding.fault());
            return 1;
        }
        out.printf(
                "audit log: %d acts, %s%n",
                finding.acts(),
                finding.waiting() == 0 ? "all sealed" : finding.waiting() + " not sealed yet: ask again in a moment");
        out.println("holds");
        return 0;
    }

    private static UUID find(Connection connection, String name) throws SQLException {
        for (String sql : new String[] {FIND, FIND_TRACE}) {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        return row.getObject(1, UUID.class);
                    }
                }
            }
        }
        throw new IllegalArgumentException("there is no sitting, ticket or receipt " + name);
    }
}
