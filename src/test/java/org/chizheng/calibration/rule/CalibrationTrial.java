package org.chizheng.calibration.rule;

import java.util.Map;
import java.util.Random;

/** The full size, to be run by hand: 500 items with discriminations of their own, 10,000 candidates with 100 items each. */
public final class CalibrationTrial {
    private CalibrationTrial() {}

    public static void main(String[] args) {
        Random random = new Random(2024);
        Map<Integer, ItemParameters> truth = Simulation.items(random, 500, 0.3);
        Responses responses = Simulation.responses(random, truth, 10_000, 100);
        Settings free = Settings.of(Slopes.FREE);
        Calibration first = report("2PL", truth, responses, free, Map.of());
        report("2PL, warm", truth, responses, free, first.items());
        report("2PL, errors item by item", truth, responses, free.withWholeInformation(0), Map.of());
        Map<Integer, ItemParameters> alike = Simulation.items(random, 500, 0);
        Responses rasch = Simulation.responses(random, alike, 10_000, 100);
        report("Rasch", alike, rasch, Settings.of(Slopes.COMMON), Map.of());
        long begin = System.nanoTime();
        Map<Integer, ItemFit> fits = ItemFit.of(responses, first);
        System.out.printf(
                "fit: %.2f s, mean outfit %.3f, infit %.3f, Q1 / degrees %.3f, below 5 %%: %d of %d%n",
                seconds(begin),
                fits.values().stream().mapToDouble(ItemFit::outfit).average().orElseThrow(),
                fits.values().stream().mapToDouble(ItemFit::infit).average().orElseThrow(),
                fits.values().stream().mapToDouble(ItemFit::q1).sum()
                        / fits.values().stream().mapToDouble(ItemFit::degrees).sum(),
                fits.values().stream().filter(fit -> fit.chance() < 0.05).count(),
                fits.size());
        begin = System.nanoTime();
        ClassicalItemStatistics classical = new ClassicalItemStatistics(new int[500]);
        classical.absorb(responses);
        System.out.printf("classical: %.2f s, %s%n", seconds(begin), classical.reliability());
    }

    private static Calibration report(
            String name,
            Map<Integer, ItemParameters> truth,
            Responses responses,
            Settings settings,
            Map<Integer, ItemParameters> start) {
        long begin = System.nanoTime();
        Calibration found = Calibrator.calibrate(responses, settings, start);
        double seconds = seconds(begin);
        double[][] columns = new double[6][found.items().size()];
        int row = 0;
        for (Map.Entry<Integer, ItemParameters> entry : found.items().entrySet()) {
            ItemParameters item = entry.getValue();
            ItemParameters true1 = truth.get(entry.getKey());
            columns[0][row] = item.b();
            columns[1][row] = true1.b();
            columns[2][row] = item.a();
            columns[3][row] = true1.a();
            columns[4][row] = (item.b() - true1.b()) / item.seB();
            columns[5][row++] = item.seB();
        }
        System.out.printf(
                "%s: %.2f s, %d passes, converged %s, log-likelihood %.2f, items %d; correlation of b %.4f, of a %s; "
                        + "RMSE of b %.4f, of a %.4f; of errors of b in standard errors %.3f%n",
                name,
                seconds,
                found.cycles(),
                found.converged(),
                found.logLikelihood(),
                row,
                Simulation.correlation(columns[0], columns[1]),
                settings.slopes() == Slopes.FREE
                        ? String.format("%.4f", Simulation.correlation(columns[2], columns[3]))
                        : "none",
                Simulation.rmse(columns[0], columns[1]),
                Simulation.rmse(columns[2], columns[3]),
                Simulation.rmse(columns[4], new double[row]));
        return found;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
