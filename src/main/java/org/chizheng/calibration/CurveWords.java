package org.chizheng.calibration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chizheng.calibration.ItemAnalysisView.Curve;
import org.chizheng.calibration.ItemAnalysisView.ModelLine;
import org.chizheng.calibration.ItemAnalysisView.ShiftView;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.calibration.rule.OptionCurves;
import org.chizheng.calibration.rule.ScoreScale;

/** An item's models and its curve beside what candidates did, written out. */
final class CurveWords {
    /** Chance below which a model does not fit. */
    static final double MISFIT = 0.01;

    private CurveWords() {}

    /**
     * @param models at least one
     * @param scale of all items of the run, on which the fifths of the candidates are placed by their other answers
     */
    static Curve of(Map<String, ItemCalibration> models, OptionCurves curves, ScoreScale scale) {
        Map<String, ItemParameters> parameters = new TreeMap<>();
        models.forEach((model, found) -> parameters.put(model, found.parameters()));
        List<Plot.Point> groups = ItemPlots.observed(curves, scale);
        ItemParameters own = parameters.getOrDefault(Calibrations.TWO_PL, parameters.get(Calibrations.RASCH));
        return new Curve(
                new TreeMap<>(models)
                        .entrySet().stream()
                                .map(model -> line(model.getKey(), model.getValue()))
                                .toList(),
                ItemPlots.curve(parameters, groups),
                ItemPlots.lines(groups, own),
                shift(models.get(Calibrations.RASCH)));
    }

    /** @param rasch null if it is not calibrated in this model */
    private static ShiftView shift(ItemCalibration rasch) {
        return rasch == null
                ? null
                : rasch.shift()
                        .map(shift -> new ShiftView(
                                Figures.two(shift.before()), Figures.two(shift.after()), Figures.one(shift.z())))
                        .orElse(null);
    }

    private static ModelLine line(String model, ItemCalibration found) {
        ItemParameters item = found.parameters();
        return new ModelLine(
                model,
                Figures.two(item.a()) + " ± " + Figures.two(item.seA()),
                Figures.two(item.b()) + " ± " + Figures.two(item.seB()),
                found.responses(),
                Figures.two(found.infit()),
                Figures.two(found.outfit()),
                Figures.two(found.chance()),
                found.chance() >= MISFIT);
    }
}
