package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Classical item statistics of all that was taken in, one session after the other; the order makes no difference, down to the
 * last bit.
 */
public final class ClassicalItemStatistics {
    private static final int MOST_OPTIONS = 30;
    private static final double GROUP = 0.27;
    private final int[] options;
    private final RestScores[] all;
    private final RestScores[] right;
    /** By item and options chosen. */
    private final List<SortedMap<Integer, RestScores>> answers = new ArrayList<>();

    private final Reliability.Sums reliability;

    /** @param options how many each item has, up to 30 */
    public ClassicalItemStatistics(int[] options) {
        this.options = options.clone();
        all = new RestScores[options.length];
        right = new RestScores[options.length];
        for (int i = 0; i < options.length; i++) {
            if (options[i] < 0 || options[i] > MOST_OPTIONS) {
                throw new IllegalArgumentException("options of item " + i + ": " + options[i]);
            }
            all[i] = new RestScores();
            right[i] = new RestScores();
            answers.add(new TreeMap<>());
        }
        reliability = new Reliability.Sums(options.length);
    }

    /**
     * Adds a session. A candidate with fewer than two items has no rest score and is passed over.
     *
     * @throws IllegalArgumentException for an item or an option that there is not; nothing is added then
     */
    public void absorb(Responses responses) {
        check(responses);
        for (int n = 0; n < responses.candidates; n++) {
            int shown = responses.start[n + 1] - responses.start[n];
            if (shown > 1) {
                int score = responses.right(n);
                reliability.add(score, shown, responses.times[n]);
                for (int r = responses.start[n]; r < responses.start[n + 1]; r++) {
                    add(responses.cell[r], responses.chosen[r], score, shown - 1, responses.times[n]);
                }
            }
        }
    }

    private void check(Responses responses) {
        for (int r = 0; r < responses.responses; r++) {
            int item = responses.cell[r] / 2;
            if (item >= options.length || responses.chosen[r] >>> options[item] != 0) {
                throw new IllegalArgumentException("item " + item + ", options " + responses.chosen[r]);
            }
        }
    }

    private void add(int cell, int chosen, int score, int others, int times) {
        int item = cell / 2;
        int point = cell % 2;
        all[item].add(score - point, others, times);
        if (point == 1) {
            right[item].add(score - 1, others, times);
        }
        answersAs(item, chosen).add(score - point, others, times);
    }

    /**
     * Adds all that another has taken in.
     *
     * @throws IllegalArgumentException if it is about other items
     */
    public void absorb(ClassicalItemStatistics other) {
        if (!Arrays.equals(options, other.options)) {
            throw new IllegalArgumentException("statistics of other items");
        }
        reliability.add(other.reliability);
        for (int i = 0; i < options.length; i++) {
            all[i].plus(other.all[i]);
            right[i].plus(other.right[i]);
            int item = i;
            other.answers
                    .get(i)
                    .forEach((chosen, scores) -> answersAs(item, chosen).plus(scores));
        }
    }

    /** Adds what was kept of those who chose exactly these options of an item; see {@link Tally}. */
    void absorb(int item, int chosen, boolean isRight, RestScores kept) {
        all[item].plus(kept);
        answersAs(item, chosen).plus(kept);
        if (isRight) {
            right[item].plus(kept);
        }
    }

    /** Adds what was kept of the scores of those who were shown so many items. */
    void absorb(int shown, long candidates, long squares) {
        reliability.add(shown, candidates, squares);
    }

    private RestScores answersAs(int item, int chosen) {
        return answers.get(item).computeIfAbsent(chosen, none -> new RestScores());
    }

    public ItemStatistics item(int item) {
        RestScores total = all[item];
        double group = GROUP * total.times();
        List<ItemStatistics.Chosen> single = new ArrayList<>();
        for (int option = 0; option < options[item]; option++) {
            single.add(chosen(item, 1 << option, withOption(item, 1 << option)));
        }
        List<ItemStatistics.Chosen> exact = answers.get(item).entrySet().stream()
                .map(answer -> chosen(item, answer.getKey(), answer.getValue()))
                .toList();
        double difference = total.highest(right[item], group) - total.lowest(right[item], group);
        return new ItemStatistics(
                item,
                total.times(),
                share(right[item].times(), total.times()),
                total.correlation(right[item]),
                group < 1 ? OptionalDouble.empty() : share(difference, group),
                chosen(item, 0, right[item]),
                single,
                exact);
    }

    private RestScores withOption(int item, int option) {
        RestScores sum = new RestScores();
        answers.get(item).forEach((chosen, scores) -> {
            if ((chosen & option) != 0) {
                sum.plus(scores);
            }
        });
        return sum;
    }

    private ItemStatistics.Chosen chosen(int item, int options, RestScores group) {
        double upper = GROUP * all[item].times();
        return new ItemStatistics.Chosen(
                options,
                group.times(),
                share(group.times(), all[item].times()),
                group.mean(),
                group.standardError(),
                upper < 1 ? OptionalDouble.empty() : share(all[item].highest(group, upper), upper));
    }

    private static OptionalDouble share(long part, long whole) {
        return share((double) part, (double) whole);
    }

    private static OptionalDouble share(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }

    /** Of the scores; empty if there are too few candidates or items, or nothing varies. */
    public Optional<Reliability> reliability() {
        long[] shown = new long[options.length];
        long[] solved = new long[options.length];
        for (int i = 0; i < options.length; i++) {
            shown[i] = all[i].times();
            solved[i] = right[i].times();
        }
        return reliability.result(shown, solved);
    }
}
