package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A candidate's ability, in standard deviations of the candidates calibrated on: mean of the posterior (EAP, Bock & Mislevy
 * 1982) and its standard deviation.
 */
public record Ability(double mean, double deviation) {
    /** In the order of the candidates; with no answer to a calibrated item, that of the prior: 0 and 1. */
    public static List<Ability> of(Responses responses, Calibration calibration) {
        Quadrature quadrature = calibration.quadrature();
        Posterior posterior = new Posterior(responses, quadrature, calibration.logTable(responses.items));
        List<Ability> abilities = new ArrayList<>(responses.candidates);
        for (int n = 0; n < responses.candidates; n++) {
            posterior.take(n);
            double mean = 0;
            double square = 0;
            for (int q = posterior.low; q < posterior.high; q++) {
                mean += posterior.at[q] * quadrature.nodes()[q];
                square += posterior.at[q] * quadrature.nodes()[q] * quadrature.nodes()[q];
            }
            abilities.add(new Ability(mean, Math.sqrt(square - mean * mean)));
        }
        return abilities;
    }
}
