package org.chizheng.practical;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.practical.SchemeView.PartView;
import org.chizheng.practical.SchemeView.StepView;
import org.chizheng.practical.SchemeView.TaskView;

/** The tasks of practicals, revision by revision. */
@ApplicationScoped
public class Library {
    private static final String TASKS = "SELECT t.* FROM practical_task t WHERE t.scheme_id = ? ORDER BY t.code";
    private static final String STEPS = """
            SELECT s.* FROM practical_step s JOIN practical_task t ON t.id = s.task_id WHERE t.scheme_id = ?
            ORDER BY t.code, s.number""";
    private static final String DRAWN = """
            SELECT t.* FROM practical_draw d JOIN practical_task t ON t.id = d.task_id WHERE d.candidate_id = ? ORDER BY d.part""";
    private static final String DRAWN_STEPS = """
            SELECT s.* FROM practical_draw d JOIN practical_step s ON s.task_id = d.task_id WHERE d.candidate_id = ?
            ORDER BY d.part, s.number""";
    private final Sql sql;

    public Library(Sql sql) {
        this.sql = sql;
    }

    public Optional<SchemeView> newest(String qualification) {
        return sql.first(
                        "SELECT id FROM practical_scheme WHERE qualification = ? ORDER BY number DESC LIMIT 1",
                        row -> row.getObject(1, UUID.class),
                        qualification)
                .flatMap(this::find);
    }

    /** Codes of the qualifications that have tasks. */
    public List<String> qualifications() {
        return sql.list(
                "SELECT DISTINCT qualification FROM practical_scheme ORDER BY qualification", row -> row.getString(1));
    }

    public Optional<SchemeView> find(UUID scheme) {
        List<TaskView> tasks = tasks(TASKS, STEPS, scheme);
        List<PartView> parts = sql.list(
                "SELECT * FROM practical_part WHERE scheme_id = ? ORDER BY code",
                row -> new PartView(
                        row.getString("code"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getInt("weight"),
                        ofPart(tasks, row.getString("code"))),
                scheme);
        return sql.first("SELECT * FROM practical_scheme WHERE id = ?", row -> scheme(row, parts), scheme);
    }

    /** The tasks that a candidate drew, in the order of their parts. */
    public List<TaskView> drawn(UUID candidate) {
        return tasks(DRAWN, DRAWN_STEPS, candidate);
    }

    private static List<TaskView> ofPart(List<TaskView> tasks, String part) {
        return tasks.stream().filter(task -> task.part().equals(part)).toList();
    }

    private List<TaskView> tasks(String query, String steps, UUID of) {
        Map<UUID, List<StepView>> byTask =
                sql.list(steps, row -> Map.entry(row.getObject("task_id", UUID.class), step(row)), of).stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return sql.list(query, row -> task(row, byTask), of);
    }

    private static TaskView task(ResultSet row, Map<UUID, List<StepView>> steps) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new TaskView(
                id,
                row.getString("part"),
                row.getString("code"),
                row.getString("zh"),
                row.getString("en"),
                row.getString("mode"),
                row.getInt("minutes"),
                steps.get(id));
    }

    private static StepView step(ResultSet row) throws SQLException {
        return new StepView(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("zh"),
                row.getString("en"),
                row.getInt("points"),
                row.getBoolean("veto"));
    }

    private static SchemeView scheme(ResultSet row, List<PartView> parts) throws SQLException {
        return new SchemeView(
                row.getObject("id", UUID.class),
                row.getString("qualification"),
                row.getInt("number"),
                row.getString("digest"),
                row.getString("mark"),
                row.getString("source"),
                parts);
    }
}
