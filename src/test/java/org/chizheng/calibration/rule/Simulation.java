package org.chizheng.calibration.rule;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** Made-up items and candidates. */
final class Simulation {
    private Simulation() {}

    /** Difficulties N(0, 1), discriminations lognormal around 1 with the given spread. */
    static Map<Integer, ItemParameters> items(Random random, int items, double spread) {
        Map<Integer, ItemParameters> truth = new TreeMap<>();
        for (int i = 0; i < items; i++) {
            double a = Math.exp(spread * random.nextGaussian());
            truth.put(i, new ItemParameters(a, random.nextGaussian(), 0, 0));
        }
        return truth;
    }

    static Responses responses(Random random, Map<Integer, ItemParameters> truth, int candidates, int shown) {
        return responses(
                random,
                truth.size(),
                candidates,
                shown,
                (item, ability) -> truth.get(item).probability(ability));
    }

    /** Candidates from N(0, 1), each shown so many items drawn at random. */
    static Responses responses(
            Random random, int items, int candidates, int shown, ToDoubleBiFunction<Integer, Double> chance) {
        int[] order = new int[items];
        for (int i = 0; i < items; i++) {
            order[i] = i;
        }
        Responses.Builder builder = Responses.of(items);
        for (int n = 0; n < candidates; n++) {
            double ability = random.nextGaussian();
            builder.candidate();
            for (int k = 0; k < shown; k++) {
                int j = k + random.nextInt(items - k);
                int item = order[j];
                order[j] = order[k];
                order[k] = item;
                builder.answer(item, random.nextDouble() < chance.applyAsDouble(item, ability));
            }
        }
        return builder.build();
    }

    static double correlation(double[] x, double[] y) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** Root mean square of differences. */
    static double rmse(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return Math.sqrt(sum / x.length);
    }
}
