package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chizheng.calibration.ItemAnalysisView.CurveLine;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.calibration.rule.OptionCurves;
import org.chizheng.calibration.rule.ScoreScale;

/** The two plots of an item, and the numbers behind them. */
final class ItemPlots {
    /** Fifths: few enough that 30 answers leave six in each, enough to see a curve bend. */
    static final int GROUPS = 5;

    private static final int STEPS = 49;
    private static final double SIDE = 3;

    private ItemPlots() {}

    /** Share of each option from the weakest fifth to the strongest; the key's line is drawn strongest. */
    static Plot options(OptionCurves curves, int key) {
        Plot plot = new Plot(0.5, GROUPS + 0.5, 1);
        shares(plot);
        for (int group = 1; group <= GROUPS; group++) {
            plot.tickX(group, String.valueOf(group));
        }
        for (int option = 0; option < curves.options().size(); option++) {
            List<Plot.Point> points = new ArrayList<>();
            for (int group = 0; group < GROUPS; group++) {
                points.add(
                        new Plot.Point(group + 1, curves.options().get(option).get(group)));
            }
            String style = (key >> option & 1) == 1 ? "line-key" : "line-" + (option % 4 + 1);
            plot.line(style, ItemAnalysisView.letter(option), points);
        }
        return plot;
    }

    private static void shares(Plot plot) {
        for (int percent = 0; percent <= 100; percent += 25) {
            plot.tickY(percent / 100.0, percent + "%");
        }
    }

    /** Curves of the models, and what each fifth of the candidates did. @param groups abilities and shares, the weakest first */
    static Plot curve(Map<String, ItemParameters> models, List<Plot.Point> groups) {
        Plot plot = new Plot(-SIDE, SIDE, 1);
        shares(plot);
        for (int at = -(int) SIDE; at <= SIDE; at++) {
            plot.tickX(at, Figures.one(at));
        }
        models.forEach((model, item) -> plot.line(
                model.equals(Calibrations.TWO_PL) ? "line-key" : "line-2",
                model.equals(Calibrations.TWO_PL) ? "2PL" : "R",
                item.curve(-SIDE, SIDE, STEPS).stream()
                        .map(point -> new Plot.Point(point.ability(), point.probability()))
                        .toList()));
        groups.stream().filter(group -> Math.abs(group.x()) <= SIDE).forEach(group -> plot.dot(group.x(), group.y()));
        return plot;
    }

    /** Abilities of the fifths by the share of other items that they had right. */
    static List<Plot.Point> observed(OptionCurves curves, ScoreScale scale) {
        List<Plot.Point> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            groups.add(new Plot.Point(
                    scale.ability(curves.rest().get(group)), curves.right().get(group)));
        }
        return groups;
    }

    static List<CurveLine> lines(List<Plot.Point> groups, ItemParameters item) {
        return groups.stream()
                .map(group -> new CurveLine(
                        Figures.two(group.x()),
                        Figures.percent(group.y()),
                        Figures.percent(item.probability(group.x()))))
                .toList();
    }
}
