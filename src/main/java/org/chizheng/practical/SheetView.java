package org.chizheng.practical;

import java.time.Instant;
import java.util.UUID;

/** One assessor's sheet. @param place 1 or 2, 3 for the one who was called; @param points and vetoed null before it is signed */
public record SheetView(
        UUID id,
        UUID candidateId,
        int place,
        String assessor,
        UUID personId,
        int epoch,
        Instant signedAt,
        Integer points,
        Boolean vetoed) {
    public boolean signed() {
        return signedAt != null;
    }
}
