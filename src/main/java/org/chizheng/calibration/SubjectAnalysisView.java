package org.chizheng.calibration;

import java.time.Instant;
import java.util.List;

import org.chizheng.calibration.rule.Reliability;

/** What a subject's analysis says of its scores; absent parts are null. */
public record SubjectAnalysisView(
        long sittings,
        int items,
        ReliabilityView reliability,
        List<SessionView> sessions,
        RunView run,
        boolean awaited,
        InformationView information) {
    public boolean isNeverSat() {
        return sittings == 0;
    }

    /** Figures of {@link Reliability}, written out. */
    public record ReliabilityView(String items, String alpha, String error, String dependability, String drawnError) {
        static ReliabilityView of(Reliability reliability) {
            return new ReliabilityView(
                    Figures.one(reliability.items()),
                    Figures.two(reliability.alpha()),
                    Figures.two(reliability.error()),
                    Figures.two(reliability.dependability()),
                    Figures.two(reliability.drawnError()));
        }
    }

    /** reliability is null when there are too few sittings for it. */
    public record SessionView(Instant startsAt, int sittings, ReliabilityView reliability) {}

    /** calibrated and misfits: items of the Rasch model; responses and error: from where on a difficulty is published. */
    public record RunView(
            Instant at,
            int sittings,
            String seconds,
            boolean converged,
            int published,
            int calibrated,
            long misfits,
            int responses,
            String error) {}

    /**
     * How sharply an average paper tells abilities apart; plot is null until every cell of the blueprint has a measured item.
     *
     * @param measured items of the pool
     * @param pool items that papers are drawn from
     */
    public record InformationView(
            int measured, int pool, int cut, String ability, String atCut, String error, Plot plot, List<Line> table) {
        /** A row of the table that says what the plot shows. */
        public record Line(String ability, String information, String error) {}
    }
}
