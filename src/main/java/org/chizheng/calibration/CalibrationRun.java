package org.chizheng.calibration;

import java.time.Instant;
import java.util.UUID;

/**
 * A calibration that was done.
 *
 * @param seconds it took
 * @param sittings it read
 * @param published difficulties that went to the bank
 */
public record CalibrationRun(
        UUID id, String askedBy, Instant at, double seconds, int sittings, boolean converged, int published) {}
