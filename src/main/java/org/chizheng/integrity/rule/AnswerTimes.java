package org.chizheng.integrity.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the first answer to each item took, by the server's clock alone: from what the candidate did before until its arrival. */
public final class AnswerTimes {
    private AnswerTimes() {}

    /** An entry of a sitting's log; item is 0 where it is no answer. */
    public record Act(int item, Instant at) {}

    /**
     * Answers that arrived together, after a gap in the line, tell nothing of their times and are left out, and so is what has nothing before it.
     *
     * @param acts in their order
     * @return seconds by item
     */
    public static Map<Integer, Double> of(List<Act> acts) {
        Map<Integer, Double> seconds = new HashMap<>();
        Map<Instant, Integer> together = new HashMap<>();
        acts.stream().filter(act -> act.item() > 0).forEach(act -> together.merge(act.at(), 1, Integer::sum));
        java.util.Set<Integer> met = new java.util.HashSet<>();
        Instant before = null;
        for (Act act : acts) {
            boolean first = act.item() > 0 && met.add(act.item());
            if (first && before != null && together.get(act.at()) == 1) {
                seconds.put(act.item(), Duration.between(before, act.at()).toNanos() / 1e9);
            }
            before = act.at();
        }
        return seconds;
    }
}
