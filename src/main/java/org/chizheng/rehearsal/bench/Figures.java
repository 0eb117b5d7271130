package org.chizheng.rehearsal.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each round gave, by name. */
final class Figures {
    private final Map<String, List<Double>> rounds = new HashMap<>();

    void add(String what, double value) {
        rounds.computeIfAbsent(what, name -> new ArrayList<>()).add(value);
    }

    double median(String what) {
        return Sheet.median(rounds.get(what));
    }

    /** Median of what each round's first was to its second. */
    double ratio(String what, String to) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds.get(what).size(); round++) {
            ratios.add(rounds.get(what).get(round) / rounds.get(to).get(round));
        }
        return Sheet.median(ratios);
    }

    double worst(String what) {
        return rounds.get(what).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
