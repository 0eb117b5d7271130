package org.chizheng.practical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.practical.SchemeView.StepView;

/** Signed marks of several assessors beside each other. */
@ApplicationScoped
public class Marks {
    private final Library library;
    private final Sql sql;

    public Marks(Library library, Sql sql) {
        this.library = library;
        this.sql = sql;
    }

    /** A task with the marks of its steps. */
    public record Task(String code, String zh, String en, List<Line> lines) {
        public Task {
            lines = List.copyOf(lines);
        }
    }

    /** A step with what each assessor gave, in the order of the sheets; differing: not all gave the same. */
    public record Line(String zh, String en, int points, boolean veto, List<Mark> marks) {
        public Line {
            marks = List.copyOf(marks);
        }

        public boolean differing() {
            return marks.stream().distinct().count() > 1;
        }
    }

    /** @param failed a veto item that was met */
    public record Mark(int points, boolean failed) {}

    /** The drawn tasks; without sheets their steps alone. */
    public List<Task> of(UUID candidate, List<SheetView> signed) {
        List<Map<UUID, Mark>> given =
                signed.stream().map(sheet -> given(sheet.id())).toList();
        return library.drawn(candidate).stream()
                .map(task -> new Task(
                        task.code(),
                        task.zh(),
                        task.en(),
                        task.steps().stream().map(step -> line(step, given)).toList()))
                .toList();
    }

    private static Line line(StepView step, List<Map<UUID, Mark>> given) {
        return new Line(
                step.zh(),
                step.en(),
                step.points(),
                step.veto(),
                given.stream().map(marks -> marks.get(step.id())).toList());
    }

    private Map<UUID, Mark> given(UUID sheet) {
        Map<UUID, Mark> marks = new HashMap<>();
        sql.list(
                "SELECT step_id, points, failed FROM practical_mark WHERE sheet_id = ?",
                row -> marks.put(row.getObject(1, UUID.class), new Mark(row.getInt(2), row.getBoolean(3))),
                sheet);
        return marks;
    }
}
