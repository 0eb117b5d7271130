package org.chizheng.practical.rule;

import java.util.ArrayList;
import java.util.List;

/** What the schema of a task file cannot say: weights add up to 100, each task's points to its part's weight, tasks fit into the time. */
public final class SchemeChecks {
    private static final int WHOLE = 100;

    private SchemeChecks() {}

    /** A part as far as it is checked. */
    public record Part(String code, int weight, List<Task> tasks) {
        public Part {
            tasks = List.copyOf(tasks);
        }
    }

    /** @param points of all its steps */
    public record Task(String code, int points, int minutes) {}

    /** @param minutes for the whole practical; @return faults, each naming the part or task */
    public static List<String> faults(List<Part> parts, int minutes) {
        List<String> faults = new ArrayList<>();
        int weights = parts.stream().mapToInt(Part::weight).sum();
        if (weights != WHOLE) {
            faults.add("the weights add up to " + weights + ", not to 100");
        }
        if (parts.stream().map(Part::code).distinct().count() < parts.size()) {
            faults.add("a part stands twice");
        }
        parts.forEach(part -> part.tasks().forEach(task -> check(part, task, faults)));
        int longest = parts.stream()
                .mapToInt(part ->
                        part.tasks().stream().mapToInt(Task::minutes).max().orElse(0))
                .sum();
        if (longest > minutes) {
            faults.add("the longest draw takes " + longest + " minutes, the practical has " + minutes);
        }
        if (parts.stream()
                        .flatMap(part -> part.tasks().stream())
                        .map(Task::code)
                        .distinct()
                        .count()
                < parts.stream().mapToInt(part -> part.tasks().size()).sum()) {
            faults.add("a task stands twice");
        }
        return faults;
    }

    private static void check(Part part, Task task, List<String> faults) {
        if (task.points() != part.weight()) {
            faults.add(task.code() + " has " + task.points() + " points, its part weighs " + part.weight());
        }
        if (!task.code().startsWith(part.code())) {
            faults.add(task.code() + " does not belong to " + part.code());
        }
    }
}
