package org.chizheng.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.chizheng.sitting.LogProof;
import org.chizheng.sitting.rule.ReceiptNumber;

/** Proves one sitting's log against its receipt. Exit code 0 when all holds, 1 when something does not, 2 when it was not asked rightly. */
public final class AuditSitting {
    private static final String USAGE = "usage: bin/audit-sitting ID|TICKET|RECEIPT [--data DIR]";
    private static final String FIND = """
            SELECT s.id FROM sitting s JOIN enrolment e ON e.id = s.enrolment_id LEFT JOIN receipt r ON r.sitting_id = s.id
            WHERE s.id::text = ? OR e.ticket = ? OR r.number = ? ORDER BY s.started_at DESC LIMIT 1""";

    private AuditSitting() {}

    @SuppressWarnings("SystemOut")
    public static void main(String... args) {
        boolean asked = args.length == 1 || args.length == 3 && "--data".equals(args[1]);
        if (!asked) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Installation installation = new Installation(Path.of(args.length == 3 ? args[2] : "data"));
        try (Connection connection = installation.connect()) {
            UUID sitting = find(connection, args[0]);
            LogProof.Finding finding = new LogProof(connection, installation.signer()).prove(sitting);
            System.out.printf(
                    "sitting %s: %d entries, %d answers, receipt %s%n",
                    sitting,
                    finding.entries(),
                    finding.answers(),
                    finding.receipt() == null ? "not yet" : finding.receipt());
            System.out.println(finding.fault() == null ? "holds" : "DOES NOT HOLD: " + finding.fault());
            System.exit(finding.fault() == null ? 0 : 1);
        } catch (IOException | SQLException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static UUID find(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setString(1, name);
            query.setString(2, name);
            query.setString(3, ReceiptNumber.tidy(name));
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no sitting, ticket or receipt " + name);
                }
                return row.getObject(1, UUID.class);
            }
        }
    }
}
