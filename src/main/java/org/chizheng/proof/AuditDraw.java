package org.chizheng.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.paper.DrawProof;
import org.chizheng.paper.DrawView;
import org.chizheng.paper.ProvableDraw;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Draws a session's papers again: from the public record alone when a file is named, from the database with the words of every question when a session is. Exit code 0 when all holds, 1 when
 * something does not, 2 when it was not asked rightly or could not look.
 */
public final class AuditDraw {
    private static final String USAGE = "usage: bin/audit-draw FILE|SESSION [--data DIR]";
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    AuditDraw(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    @SuppressWarnings("SystemOut")
    public static void main(String... args) {
        System.exit(new AuditDraw(System.getenv(), System.out, System.err).run(args));
    }

    /** Answers with the exit code. */
    int run(String... args) {
        boolean asked = args.length == 1 || args.length == 3 && "--data".equals(args[1]);
        if (!asked) {
            err.println(USAGE);
            return 2;
        }
        try {
            Path file = Path.of(args[0]);
            return Files.isRegularFile(file) ? publicRecord(file) : stored(args);
        } catch (IOException | SQLException | IllegalArgumentException | IllegalStateException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private int publicRecord(Path file) throws IOException {
        DrawView view = json.readValue(file.toFile(), DrawView.class);
        if (view.record() == null) {
            throw new IllegalArgumentException(file + " is not the public record of a draw");
        }
        out.printf(
                "public record: %d blinded items, %d papers%n",
                view.record().pool().size(), view.record().forms().size());
        return tell(ProvableDraw.faults(view.record()));
    }

    private int stored(String... args) throws IOException, SQLException {
        Installation installation = new Installation(Path.of(args.length == 3 ? args[2] : "data"), environment);
        try (Connection connection = installation.connect()) {
            DrawProof.Finding finding = new DrawProof(connection, installation.sealer(), json)
                    .prove(batch(connection, UUID.fromString(args[0])));
            out.printf("database: %d items, %d papers, question by question%n", finding.items(), finding.papers());
            return tell(finding.faults());
        }
    }

    private int tell(List<String> faults) {
        faults.forEach(fault -> out.println("DOES NOT HOLD: " + fault));
        if (faults.isEmpty()) {
            out.println("holds");
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private static UUID batch(Connection connection, UUID session) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT batch_id FROM exam_session WHERE id = ?")) {
            query.setObject(1, session);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return row.getObject(1, UUID.class);
                }
            }
        }
        throw new IllegalArgumentException("there is no session " + session);
    }
}
