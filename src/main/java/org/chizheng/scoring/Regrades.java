package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Revision;
import org.chizheng.common.Sql;
import org.chizheng.people.rule.Masking;
import org.chizheng.scoring.rule.Tally;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Regrades, their dry runs and signatures. */
@ApplicationScoped
class Regrades {
    /** Lines on a page of those whose verdict changes, and regrades on a page of the list. */
    static final int PAGE_SIZE = 50;

    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final String FIND = """
            SELECT g.*, r.item, r.number, r.stem, r.options::text AS options FROM regrade g JOIN item_revision r ON r.id = g.revision_id WHERE g.id = ?""";
    private static final String LIST = """
            SELECT g.*, r.item, r.number, coalesce(n.to_pass, 0) AS to_pass, coalesce(n.to_fail, 0) AS to_fail,
                   (SELECT count(*) FROM regrade_signature s WHERE s.run_id = n.id) AS signatures
            FROM (SELECT * FROM regrade ORDER BY opened_at DESC LIMIT ? OFFSET ?) g JOIN item_revision r ON r.id = g.revision_id
            LEFT JOIN LATERAL (SELECT * FROM regrade_run w WHERE w.regrade_id = g.id ORDER BY w.number DESC LIMIT 1) n ON true ORDER BY g.opened_at DESC""";
    private static final String RUNS = """
            SELECT w.*, s.signer, s.signed_at FROM regrade_run w LEFT JOIN regrade_signature s ON s.run_id = w.id
            WHERE w.regrade_id = ? ORDER BY w.number DESC, s.place""";
    private static final String LINES = """
            SELECT l.*, p.name, c.zh, c.en, e.starts_at FROM regrade_line l JOIN result r ON r.id = l.result_id JOIN person p ON p.id = r.person_id
            JOIN exam_session e ON e.id = r.session_id JOIN centre c ON c.id = e.centre_id
            WHERE l.run_id = ? AND l.old_passed <> l.new_passed ORDER BY e.starts_at, e.id, l.result_id LIMIT ? OFFSET ?""";
    private final Sql sql;
    private final ObjectMapper json;

    Regrades(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The newest first. */
    List<RegradeRow> list(int page) {
        return sql.list(LIST, Regrades::row, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    }

    int count() {
        return sql.first("SELECT count(*) FROM regrade", row -> row.getInt(1)).orElseThrow();
    }

    Optional<RegradeView> find(UUID id) {
        return sql.first(FIND, this::view, id);
    }

    /** The newest first. */
    List<DryRun> runs(UUID regrade) {
        Map<UUID, DryRun> runs = new LinkedHashMap<>();
        sql.list(RUNS, row -> runs.merge(row.getObject("id", UUID.class), run(row), Regrades::withSignature), regrade);
        return List.copyOf(runs.values());
    }

    /** Those whose verdict the run changes, by session. */
    List<VerdictLine> verdicts(UUID run, int page) {
        return sql.list(LINES, Regrades::line, run, PAGE_SIZE, (page - 1) * PAGE_SIZE);
    }

    private static DryRun withSignature(DryRun one, DryRun same) {
        List<DryRun.Signature> signatures = new ArrayList<>(one.signatures());
        signatures.addAll(same.signatures());
        return new DryRun(
                one.id(), one.number(), one.by(), one.at(), one.digest(), one.unscored(), one.tally(), signatures);
    }

    private static DryRun run(ResultSet row) throws SQLException {
        return new DryRun(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("run_by"),
                Sql.instant(row, "run_at"),
                row.getString("digest"),
                row.getInt("unscored"),
                new Tally(
                        row.getInt("unchanged"),
                        row.getInt("up"),
                        row.getInt("down"),
                        row.getInt("to_pass"),
                        row.getInt("to_fail")),
                row.getString("signer") == null
                        ? List.of()
                        : List.of(new DryRun.Signature(row.getString("signer"), Sql.instant(row, "signed_at"))));
    }

    private static VerdictLine line(ResultSet row) throws SQLException {
        return new VerdictLine(
                row.getString("zh"),
                row.getString("en"),
                Sql.instant(row, "starts_at"),
                Masking.name(row.getString("name")),
                row.getBoolean("released"),
                row.getInt("old_raw"),
                row.getInt("new_raw"),
                row.getBoolean("old_passed"),
                row.getBoolean("new_passed"));
    }

    private static RegradeRow row(ResultSet row) throws SQLException {
        boolean applied = row.getTimestamp("applied_at") != null;
        boolean withdrawn = row.getTimestamp("withdrawn_at") != null;
        return new RegradeRow(
                row.getObject("id", UUID.class),
                row.getString("item"),
                row.getInt("number"),
                row.getString("remedy"),
                row.getString("effect"),
                applied ? "APPLIED" : withdrawn ? "WITHDRAWN" : "OPEN",
                row.getInt("signatures"),
                row.getInt("to_pass"),
                row.getInt("to_fail"),
                Sql.instant(row, "opened_at"));
    }

    private RegradeView view(ResultSet row) throws SQLException {
        return new RegradeView(
                row.getObject("id", UUID.class),
                row.getObject("revision_id", UUID.class),
                row.getString("item"),
                row.getInt("number"),
                row.getString("stem"),
                row.getString("remedy"),
                row.getString("effect"),
                options(row.getString("options"), row.getString("right_texts")),
                row.getString("reason"),
                row.getString("source"),
                row.getString("opened_by"),
                Sql.instant(row, "opened_at"),
                row.getString("withdrawn_by"),
                Sql.instant(row, "withdrawn_at"),
                row.getString("applied_by"),
                Sql.instant(row, "applied_at"));
    }

    private List<RegradeView.Option> options(String options, String rightTexts) {
        try {
            List<String> right = rightTexts == null ? List.of() : json.readValue(rightTexts, TEXTS);
            return json.readValue(options, OPTIONS).stream()
                    .map(option -> new RegradeView.Option(option.text(), option.right(), right.contains(option.text())))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
