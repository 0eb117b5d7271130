package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.chizheng.calibration.rule.Finding.Kind;
import org.chizheng.calibration.rule.ItemStatistics.Chosen;

/** What an item's statistics advise to look at. */
public final class ItemAdvice {
    private final ItemStatistics item;
    private final int key;
    private final Thresholds thresholds;
    private final List<Finding> findings = new ArrayList<>();

    private ItemAdvice(ItemStatistics item, int key, Thresholds thresholds) {
        this.item = item;
        this.key = key;
        this.thresholds = thresholds;
    }

    /**
     * @param key right options, bit 0 for the first
     * @param shift against an earlier calibration, if there is one
     * @return in the order of {@link Kind}; nothing if all is well
     */
    public static List<Finding> of(ItemStatistics item, int key, Optional<Drift.Shift> shift, Thresholds thresholds) {
        ItemAdvice advice = new ItemAdvice(item, key, thresholds);
        if (item.responses() < Math.max(1, thresholds.responses())) {
            advice.find(
                    Kind.TOO_FEW_RESPONSES,
                    advice.figures("responses", (double) item.responses(), thresholds.responses()));
            return advice.findings;
        }
        advice.key();
        advice.difficulty();
        advice.options();
        shift.ifPresent(advice::drift);
        return advice.findings;
    }

    private void key() {
        for (Chosen answer : item.answers()) {
            boolean comparable =
                    answer.restError().isPresent() && item.right().restError().isPresent();
            if (answer.options() != 0 && answer.options() != key && comparable) {
                compare(answer, item.right());
            }
        }
    }

    /**
     * A wrong answer, whichever options it is made of, whose choosers do clearly better in the rest and which more of the upper
     * group gave than the key's.
     */
    private void compare(Chosen wrong, Chosen right) {
        double above = wrong.rest().orElseThrow() - right.rest().orElseThrow();
        double error =
                Math.hypot(wrong.restError().orElseThrow(), right.restError().orElseThrow());
        double upper = wrong.upper().orElse(0);
        double rightUpper = right.upper().orElse(0);
        if (above > 0 && above >= thresholds.keyZ() * error && upper > rightUpper) {
            Map<String, Double> figures = figures("choosers", (double) wrong.times(), thresholds.keyZ());
            figures.put("rest score", wrong.rest().orElseThrow());
            figures.put("rest score with the key", right.rest().orElseThrow());
            figures.put("standard error of the difference", error);
            figures.put("share of the upper group", upper);
            figures.put("share of the upper group with the key", rightUpper);
            find(Kind.KEY_PROBABLY_WRONG, OptionalInt.of(wrong.options()), figures);
        }
    }

    private void difficulty() {
        double facility = item.facility().orElseThrow();
        if (facility > thresholds.easy()) {
            find(Kind.TOO_EASY, figures("facility", facility, thresholds.easy()));
        }
        if (facility < thresholds.hard()) {
            find(Kind.TOO_HARD, figures("facility", facility, thresholds.hard()));
        }
        double pointBiserial = item.pointBiserial().orElse(thresholds.discrimination());
        if (pointBiserial < thresholds.discrimination()) {
            Map<String, Double> figures = figures("point-biserial", pointBiserial, thresholds.discrimination());
            item.discrimination().ifPresent(index -> figures.put("upper less lower 27 %", index));
            find(Kind.DISCRIMINATES_BADLY, figures);
        }
    }

    private void options() {
        for (Chosen option : item.options()) {
            double share = option.share().orElseThrow();
            if ((option.options() & key) == 0 && share <= thresholds.neverChosen()) {
                find(
                        Kind.OPTION_NEVER_CHOSEN,
                        OptionalInt.of(option.options()),
                        figures("share", share, thresholds.neverChosen()));
            }
        }
    }

    private void drift(Drift.Shift shift) {
        double least = Math.max(thresholds.driftShift(), thresholds.driftZ() * shift.error());
        if (Math.abs(shift.z()) >= thresholds.driftZ() && Math.abs(shift.difference()) >= least) {
            Map<String, Double> figures = figures("robust z", shift.z(), thresholds.driftZ());
            figures.put("difficulty before", shift.before());
            figures.put("difficulty after", shift.after());
            figures.put("standard error of the difference", shift.error());
            figures.put("threshold of the shift", thresholds.driftShift());
            find(Kind.DRIFTED, figures);
        }
    }

    private Map<String, Double> figures(String name, double value, double threshold) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(name, value);
        figures.put("threshold", threshold);
        figures.put("responses", (double) item.responses());
        return figures;
    }

    private void find(Kind kind, Map<String, Double> figures) {
        find(kind, OptionalInt.empty(), figures);
    }

    private void find(Kind kind, OptionalInt options, Map<String, Double> figures) {
        findings.add(new Finding(kind, item.item(), options, figures));
    }
}
