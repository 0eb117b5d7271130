package org.chizheng.practical;

import java.util.List;
import java.util.UUID;

/** One revision of all that a qualification's practical can consist of. @param mark how sure parts and weights are; @param source what they rest on */
public record SchemeView(
        UUID id, String qualification, int number, String digest, String mark, String source, List<PartView> parts) {
    public SchemeView {
        parts = List.copyOf(parts);
    }

    /** A subject. @param weight points of each of its tasks, the parts of a scheme adding up to 100 */
    public record PartView(String code, String zh, String en, int weight, List<TaskView> tasks) {
        public PartView {
            tasks = List.copyOf(tasks);
        }
    }

    /** @param mode REAL, SIMULATED or ORAL; @param minutes meant for it */
    public record TaskView(
            UUID id, String part, String code, String zh, String en, String mode, int minutes, List<StepView> steps) {
        public TaskView {
            steps = List.copyOf(steps);
        }
    }

    /** A step, or a veto item, which has no points. @param number from 1 within the task */
    public record StepView(UUID id, int number, String zh, String en, int points, boolean veto) {}
}
