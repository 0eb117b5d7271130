package org.chizheng.practical;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A sheet as its assessor's page gets it. @param answers what has arrived, by the number of the step; @param photos ids of those that have arrived from this assessor */
public record OpenedView(
        int place,
        int epoch,
        int nextSequence,
        boolean signed,
        Map<Integer, String> answers,
        List<Task> tasks,
        List<UUID> photos,
        StandView stand) {
    public OpenedView {
        answers = Map.copyOf(answers);
        tasks = List.copyOf(tasks);
        photos = List.copyOf(photos);
    }

    /** @param part such as K1 */
    public record Task(
            String part, String code, String zh, String en, String mode, int minutes, int points, List<Step> steps) {
        public Task {
            steps = List.copyOf(steps);
        }
    }

    /** @param points the most that can be given, 0 for a veto item */
    public record Step(int no, String zh, String en, int points, boolean veto) {}

    static List<Task> tasks(NumberedTasks numbered) {
        return numbered.tasks().stream()
                .map(task -> new Task(
                        task.part(),
                        task.code(),
                        task.zh(),
                        task.en(),
                        task.mode(),
                        task.minutes(),
                        task.points(),
                        task.steps().stream()
                                .map(step -> new Step(step.no(), step.zh(), step.en(), step.points(), step.veto()))
                                .toList()))
                .toList();
    }
}
