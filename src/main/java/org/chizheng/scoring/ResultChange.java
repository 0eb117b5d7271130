package org.chizheng.scoring;

import java.time.Instant;
import java.util.UUID;

/** How and when a result moved, by a regrade (which item it was about is not told), by a decision on an incident or by a recheck. remedy: CORRECTED_KEY, CREDIT_ALL, INCIDENT or RECHECK. */
public record ResultChange(
        UUID result, String remedy, int oldRaw, int newRaw, boolean oldPassed, boolean newPassed, Instant at) {}
