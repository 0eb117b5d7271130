package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How candidates of growing ability answer an item: groups about equal in size by rest score; candidates level at a border belong to both sides in even shares.
 *
 * @param rest mean rest score of each group, 0 to 1, to a per cent; the weakest first
 * @param size candidates in a group
 * @param right share of right answers in each group
 * @param options by option, in the author's order, the share in each group of those who chose it, alone or with others
 */
public record OptionCurves(List<Double> rest, double size, List<Double> right, List<List<Double>> options) {
    /**
     * @param answers by options chosen, bit 0 for the first; at least one candidate
     * @param options how many the item has
     * @param groups 2 or more
     */
    public static OptionCurves of(Map<Integer, RestScores> answers, int options, int key, int groups) {
        RestScores all = new RestScores();
        RestScores right = new RestScores();
        List<RestScores> choosers = new ArrayList<>();
        for (int option = 0; option < options; option++) {
            choosers.add(new RestScores());
        }
        answers.forEach((chosen, scores) -> {
            all.plus(scores);
            if (chosen == key) {
                right.plus(scores);
            }
            for (int option = 0; option < options; option++) {
                if ((chosen >> option & 1) == 1) {
                    choosers.get(option).plus(scores);
                }
            }
        });
        double size = (double) all.times() / groups;
        double[][] parts = parts(all.histogram(), groups, size);
        return new OptionCurves(
                rest(all, parts, size),
                size,
                shares(right, parts, size),
                choosers.stream().map(chosen -> shares(chosen, parts, size)).toList());
    }

    /** What part of each bin's candidates belongs to each group. */
    private static double[][] parts(long[] histogram, int groups, double size) {
        double[][] parts = new double[groups][histogram.length];
        int group = 0;
        double room = size;
        for (int bin = 0; bin < histogram.length; bin++) {
            double left = histogram[bin];
            while (left > 0) {
                boolean last = group == groups - 1;
                double taken = last ? left : Math.min(left, room);
                parts[group][bin] += taken / histogram[bin];
                left -= taken;
                room -= taken;
                if (!last && room <= 0) {
                    group++;
                    room = size;
                }
            }
        }
        return parts;
    }

    private static List<Double> shares(RestScores part, double[][] parts, double size) {
        List<Double> shares = new ArrayList<>();
        long[] histogram = part.histogram();
        for (double[] group : parts) {
            double sum = 0;
            for (int bin = 0; bin < histogram.length; bin++) {
                sum += group[bin] * histogram[bin];
            }
            shares.add(sum / size);
        }
        return shares;
    }

    private static List<Double> rest(RestScores all, double[][] parts, double size) {
        List<Double> means = new ArrayList<>();
        long[] histogram = all.histogram();
        for (double[] group : parts) {
            double sum = 0;
            for (int bin = 0; bin < histogram.length; bin++) {
                sum += group[bin] * histogram[bin] * bin;
            }
            means.add(sum / size / (histogram.length - 1));
        }
        return means;
    }
}
