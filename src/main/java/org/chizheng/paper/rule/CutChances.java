package org.chizheng.paper.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * How likely a candidate at the cut is to answer an item rightly: the Rasch model (Rasch 1960) with a floor for guessing, P = g + (1 − g) / (1 + e^(b − θ)). Until items are
 * calibrated their location b is what the author's difficulty says: −1, 0 or +1 logit. θ is the ability at which an average paper of the blueprint earns the
 * cut score, so that "at the cut" means what it says for this blueprint. Computed with StrictMath: the same bits on every machine.
 */
public final class CutChances {
    private static final int MILLION = 1_000_000;
    private static final double WIDEST = 12;
    private static final int HALVINGS = 60;
    private final double ability;

    private CutChances(double ability) {
        this.ability = ability;
    }

    /** An item, its number of options and its location in logits. */
    public record Located(Cell cell, int options, double location) {}

    /**
     * @param wants the blueprint, which the pool can fill
     * @param cut in points, of those of the blueprint
     */
    public static CutChances of(List<Want> wants, List<Located> pool, int cut) {
        Map<Cell, List<Located>> cells = pool.stream().collect(Collectors.groupingBy(Located::cell));
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (new CutChances(middle).expected(wants, cells) < cut) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new CutChances((low + high) / 2);
    }

    private double expected(List<Want> wants, Map<Cell, List<Located>> cells) {
        double expected = 0;
        for (Want want : wants) {
            List<Located> items = cells.get(want.cell());
            double sum = 0;
            for (Located item : items) {
                sum += chance(item);
            }
            expected += want.items() * want.points() * sum / items.size();
        }
        return expected;
    }

    /** The author's difficulty, 1 to 3, in logits. */
    public static double location(int difficulty) {
        return difficulty - 2.0;
    }

    /** @return millionths, 0 to 1,000,000 */
    public int millionths(Located item) {
        return (int) StrictMath.round(MILLION * chance(item));
    }

    /** In logits. */
    public double ability() {
        return ability;
    }

    private double chance(Located item) {
        double guess = guess(item.cell().type(), item.options());
        return guess + (1 - guess) / (1 + StrictMath.exp(item.location() - ability));
    }

    /** Of being right without knowing, 0 to 1. A multiple choice is right only when every option is; by chance one time in 2^n. */
    public static double guess(String type, int options) {
        return switch (type) {
            case "TRUE_FALSE" -> 0.5;
            case "SINGLE" -> 1.0 / options;
            default -> 1.0 / (1 << options);
        };
    }
}
