package org.chizheng.practical;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.practical.SchemeView.StepView;
import org.chizheng.practical.SchemeView.TaskView;
import org.chizheng.practical.rule.MarkSheet;

/** A candidate's tasks with their steps numbered through from 1, as all sheets of the candidate know them. */
public record NumberedTasks(List<Task> tasks) {
    public NumberedTasks {
        tasks = List.copyOf(tasks);
    }

    /** @param points of all its steps */
    public record Task(
            String part, String code, String zh, String en, String mode, int minutes, int points, List<Step> steps) {
        public Task {
            steps = List.copyOf(steps);
        }
    }

    /** @param no within the sheet */
    public record Step(int no, StepView step) {
        public String zh() {
            return step.zh();
        }

        public String en() {
            return step.en();
        }

        public int points() {
            return step.points();
        }

        public boolean veto() {
            return step.veto();
        }
    }

    static NumberedTasks of(List<TaskView> drawn) {
        List<Task> tasks = new ArrayList<>();
        int no = 0;
        for (TaskView task : drawn) {
            List<Step> steps = new ArrayList<>();
            for (StepView step : task.steps()) {
                steps.add(new Step(++no, step));
            }
            int points = task.steps().stream().mapToInt(StepView::points).sum();
            tasks.add(new Task(
                    task.part(), task.code(), task.zh(), task.en(), task.mode(), task.minutes(), points, steps));
        }
        return new NumberedTasks(tasks);
    }

    List<Step> steps() {
        return tasks.stream().flatMap(task -> task.steps().stream()).toList();
    }

    List<MarkSheet.Line> lines() {
        return steps().stream()
                .map(step -> new MarkSheet.Line(step.no(), step.points(), step.veto()))
                .toList();
    }
}
