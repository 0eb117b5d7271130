package org.chizheng.integrity;

import java.util.UUID;

import org.chizheng.integrity.rule.Funnel;
import org.chizheng.scoring.rule.ExamSums;

/** A centre in the funnel; rate in per cent, rounded down; low and high: the usual limits at its size in per cent. */
public record CentrePlace(
        UUID centre, String zh, String en, ExamSums sums, String rate, String low, String high, Funnel.Place place) {
    public boolean outside() {
        return place != Funnel.Place.WITHIN;
    }

    public boolean far() {
        return place == Funnel.Place.FAR_LOW || place == Funnel.Place.FAR_HIGH;
    }
}
