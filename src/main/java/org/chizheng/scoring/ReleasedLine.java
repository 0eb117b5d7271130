package org.chizheng.scoring;

import java.time.Instant;

/** One official result as the centre's list shows it; the identity number is masked, seat is null for who had none. */
record ReleasedLine(
        String ticket,
        String name,
        String idMasked,
        String seat,
        int raw,
        int cut,
        boolean passed,
        Instant releasedAt,
        boolean corrected) {}
