package org.chizheng.scoring;

import java.time.Instant;
import java.util.UUID;

/** How and when a regrade moved a result; which item it was about is not told. remedy: CORRECTED_KEY or CREDIT_ALL. */
public record ResultChange(
        UUID result, String remedy, int oldRaw, int newRaw, boolean oldPassed, boolean newPassed, Instant at) {}
