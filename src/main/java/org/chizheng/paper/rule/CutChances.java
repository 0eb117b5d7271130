package org.chizheng.paper.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * How likely a candidate at the cut is to answer an item rightly. A measured item follows its curve, P = 1 / (1 + e^(−a (θ − b))). Until an item is measured it follows the Rasch
 * model (Rasch 1960) with a floor for guessing, P = g + (1 − g) / (1 + e^(b − τ)), its location b being what the author's difficulty says: −1, 0 or +1 logit.
 *
 * <p>The cut becomes an ability: the one at which an average paper of the blueprint earns the cut score, so that "at the cut" means what it says for this blueprint. Measured
 * and authors' items have scales of their own, θ and τ; they meet in the measured items, which have both: to θ belongs the τ at which these items promise the same number of
 * right answers by their authors' locations as by their curves (true-score equating, Lord 1980). Computed with StrictMath: the same bits on every machine.
 */
public final class CutChances {
    private static final int MILLION = 1_000_000;
    private static final double WIDEST = 12;
    private static final int HALVINGS = 45;
    private final double ability;
    private final double authors;
    private final double rate;

    /**
     * @param authors the same ability on the scale of the authors' locations
     * @param rate by how much that one grows with the ability
     */
    private CutChances(double ability, double authors, double rate) {
        this.ability = ability;
        this.authors = authors;
        this.rate = rate;
    }

    /** What was measured of an item: discrimination a > 0 and difficulty b. */
    public record Curve(double a, double b) {
        private double chance(double ability) {
            return 1 / (1 + StrictMath.exp(a * (b - ability)));
        }

        private double slope(double ability) {
            double chance = chance(ability);
            return a * chance * (1 - chance);
        }
    }

    /**
     * An item.
     *
     * @param options how many it has
     * @param location by its author, in logits
     * @param measured if it is
     */
    public record Located(Cell cell, int options, double location, Optional<Curve> measured) {
        public Located(Cell cell, int options, double location) {
            this(cell, options, location, Optional.empty());
        }

        private double byAuthor(double ability) {
            double guess = guess(cell.type(), options);
            return guess + (1 - guess) / (1 + StrictMath.exp(location - ability));
        }

        private double slopeByAuthor(double ability) {
            double known = 1 / (1 + StrictMath.exp(location - ability));
            return (1 - guess(cell.type(), options)) * known * (1 - known);
        }
    }

    /**
     * @param wants the blueprint, which the pool can fill
     * @param cut in points, of those of the blueprint
     */
    public static CutChances of(List<Want> wants, List<Located> pool, int cut) {
        Map<Cell, List<Located>> cells = pool.stream().collect(Collectors.groupingBy(Located::cell));
        List<Located> measured =
                pool.stream().filter(item -> item.measured().isPresent()).toList();
        double ability = bisect(cut, at -> at(at, measured).expected(wants, cells));
        return at(ability, measured);
    }

    private static CutChances at(double ability, List<Located> measured) {
        if (measured.isEmpty()) {
            return new CutChances(ability, ability, 1);
        }
        double promised = measured.stream()
                .mapToDouble(item -> item.measured().orElseThrow().chance(ability))
                .sum();
        double authors = bisect(
                promised,
                at -> measured.stream().mapToDouble(item -> item.byAuthor(at)).sum());
        double grows = measured.stream()
                .mapToDouble(item -> item.measured().orElseThrow().slope(ability))
                .sum();
        double byAuthors = measured.stream()
                .mapToDouble(item -> item.slopeByAuthor(authors))
                .sum();
        return new CutChances(ability, authors, grows / byAuthors);
    }

    /** Where the rising function reaches the value; an end of the range if it does not. */
    private static double bisect(double value, DoubleUnaryOperator rising) {
        double low = -WIDEST;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
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

    /**
     * How fast the chance grows with ability at the cut, on the scale of {@link #ability}: a P (1 − P) for a measured item, that of the model with a floor for another.
     *
     * @return millionths per unit, 0 or more
     */
    public int slope(Located item) {
        double slope =
                item.measured().map(curve -> curve.slope(ability)).orElseGet(() -> rate * item.slopeByAuthor(authors));
        return (int) StrictMath.round(MILLION * slope);
    }

    /** On the scale of the measured items, in standard deviations of the candidates; while there are none, in logits of the authors' locations. */
    public double ability() {
        return ability;
    }

    private double chance(Located item) {
        return item.measured().map(curve -> curve.chance(ability)).orElseGet(() -> item.byAuthor(authors));
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
