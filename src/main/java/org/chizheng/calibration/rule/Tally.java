package org.chizheng.calibration.rule;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of answers, so that no answer needs to be read twice: of each set of options that somebody chose, the sums of the rest scores. Which set is the key does not
 * matter for an item's own sums; so a key that is corrected later counts from then on. The rest scores of the other items on the same papers, and the score sums of the
 * reliability, stay as they were counted: an item in a hundred moves them by one per cent at most.
 */
public final class Tally {
    private final SortedMap<Answer, RestScores> answers = new TreeMap<>();
    private final SortedMap<Integer, ScoreSums> scores = new TreeMap<>();

    /**
     * An item, by number, and exactly these options of it.
     *
     * @param chosen bit 0 for the author's first; 0 if left blank
     */
    public record Answer(int item, int chosen) implements Comparable<Answer> {
        private static final Comparator<Answer> ORDER =
                Comparator.comparingInt(Answer::item).thenComparingInt(Answer::chosen);

        @Override
        public int compareTo(Answer other) {
            return ORDER.compare(this, other);
        }
    }

    /** Candidates who were shown so many items, and the sum of their squared numbers of right items. */
    public record ScoreSums(long candidates, long squares) {
        ScoreSums plus(ScoreSums other) {
            return new ScoreSums(candidates + other.candidates, squares + other.squares);
        }
    }

    /**
     * An item as it is today.
     *
     * @param options how many it has
     * @param key those that are right, bit 0 for the author's first
     */
    public record Item(int number, int options, int key) {}

    /**
     * One candidate's paper; with fewer than two items there is no rest score, and nothing is added.
     *
     * @param keys by item number
     */
    public void add(List<Answer> paper, Map<Integer, Integer> keys) {
        if (paper.size() < 2) {
            return;
        }
        int right = 0;
        for (Answer answer : paper) {
            right += point(answer, keys);
        }
        for (Answer answer : paper) {
            of(answer).add(right - point(answer, keys), paper.size() - 1, 1);
        }
        keep(paper.size(), new ScoreSums(1, (long) right * right));
    }

    private static int point(Answer answer, Map<Integer, Integer> keys) {
        return answer.chosen() == keys.get(answer.item()) ? 1 : 0;
    }

    private RestScores of(Answer answer) {
        return answers.computeIfAbsent(answer, none -> new RestScores());
    }

    /** Adds what was kept of an answer. */
    public void keep(Answer answer, RestScores kept) {
        of(answer).plus(kept);
    }

    /** Adds what was kept of those who were shown so many items. */
    public void keep(int shown, ScoreSums kept) {
        scores.merge(shown, kept, ScoreSums::plus);
    }

    public void add(Tally other) {
        other.answers.forEach(this::keep);
        other.scores.forEach(this::keep);
    }

    /** In ascending order. */
    public SortedMap<Answer, RestScores> answers() {
        return Collections.unmodifiableSortedMap(answers);
    }

    /** By number of items shown. */
    public SortedMap<Integer, ScoreSums> scores() {
        return Collections.unmodifiableSortedMap(scores);
    }

    /**
     * @param items in the order in which the statistics number them from 0; answers to others are left out, and so is their part in the reliability
     */
    public ClassicalItemStatistics statistics(List<Item> items) {
        Map<Integer, Integer> places = new HashMap<>();
        int[] options = new int[items.size()];
        for (int place = 0; place < options.length; place++) {
            options[place] = items.get(place).options();
            places.put(items.get(place).number(), place);
        }
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(options);
        answers.forEach((answer, kept) -> {
            Integer place = places.get(answer.item());
            if (place != null) {
                boolean right = answer.chosen() == items.get(place).key();
                statistics.absorb(place, answer.chosen(), right, kept);
            }
        });
        scores.forEach((shown, kept) -> {
            if (shown <= options.length) {
                statistics.absorb(shown, kept.candidates(), kept.squares());
            }
        });
        return statistics;
    }
}
