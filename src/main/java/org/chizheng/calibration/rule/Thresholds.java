package org.chizheng.calibration.rule;

/**
 * From where on a statistic is worth a finding.
 *
 * @param responses with fewer, nothing else is said of an item
 * @param easy facility above which an item is too easy
 * @param hard facility below which it is too hard
 * @param discrimination point-biserial below which it discriminates badly
 * @param neverChosen share up to which a wrong option counts as never chosen
 * @param keyZ standard errors by which the rest score of a wrong answer's choosers must be above that of the key's
 * @param driftZ robust z from which an item has drifted, either way, if the shift is also so many times its standard error
 * @param driftShift standard deviations of ability that it must have moved besides
 */
public record Thresholds(
        int responses,
        double easy,
        double hard,
        double discrimination,
        double neverChosen,
        double keyZ,
        double driftZ,
        double driftShift) {
    public static final Thresholds USUAL = new Thresholds(100, 0.95, 0.25, 0.15, 0, 3, 3, 0.3);
}
