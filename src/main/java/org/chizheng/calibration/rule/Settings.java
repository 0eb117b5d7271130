package org.chizheng.calibration.rule;

import java.util.Optional;

/**
 * How to calibrate.
 *
 * @param prior of the items; none by default
 * @param minimumResponses an item with fewer is left out, as is, without a prior, one that all or none answered right
 * @param tolerance the calibration has converged when no parameter is estimated to be farther than this (logits) from the
 *     maximum
 * @param maximumCycles passes through the data after which it ends unconverged
 * @param wholeInformation up to so many parameters, standard errors come from the information matrix of all items, beyond from
 *     that of each item alone, which leaves out that the place and width of the scale are estimated too
 */
public record Settings(
        Slopes slopes,
        Quadrature quadrature,
        Optional<Prior> prior,
        int minimumResponses,
        double tolerance,
        int maximumCycles,
        int wholeInformation) {

    public static Settings of(Slopes slopes) {
        return new Settings(slopes, Quadrature.equallySpaced(41, 5), Optional.empty(), 30, 1e-4, 1000, 1200);
    }

    public Settings with(Quadrature other) {
        return new Settings(slopes, other, prior, minimumResponses, tolerance, maximumCycles, wholeInformation);
    }

    public Settings with(Prior other) {
        return new Settings(
                slopes, quadrature, Optional.of(other), minimumResponses, tolerance, maximumCycles, wholeInformation);
    }

    public Settings withTolerance(double other) {
        return new Settings(slopes, quadrature, prior, minimumResponses, other, maximumCycles, wholeInformation);
    }

    public Settings withMinimumResponses(int other) {
        return new Settings(slopes, quadrature, prior, other, tolerance, maximumCycles, wholeInformation);
    }

    public Settings withWholeInformation(int other) {
        return new Settings(slopes, quadrature, prior, minimumResponses, tolerance, maximumCycles, other);
    }
}
