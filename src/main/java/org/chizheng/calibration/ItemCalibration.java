package org.chizheng.calibration;

import java.util.Optional;

import org.chizheng.calibration.rule.Drift;
import org.chizheng.calibration.rule.ItemFit;
import org.chizheng.calibration.rule.ItemParameters;

/**
 * A revision in one model of a run.
 *
 * @param chance of a misfit as large if the model holds
 * @param shift against the run before, if both have it
 */
record ItemCalibration(
        ItemParameters parameters,
        int responses,
        double infit,
        double outfit,
        double chance,
        Optional<Drift.Shift> shift) {
    static ItemCalibration of(ItemParameters parameters, int responses, ItemFit fit, Optional<Drift.Shift> shift) {
        return new ItemCalibration(parameters, responses, fit.infit(), fit.outfit(), fit.chance(), shift);
    }
}
