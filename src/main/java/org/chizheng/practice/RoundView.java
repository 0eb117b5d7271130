package org.chizheng.practice;

import java.util.List;
import java.util.UUID;

/**
 * How far a round is.
 *
 * @param kind CHAPTER or WRONG
 * @param chapter empty for all chapters
 * @param wrong places that were answered wrong
 */
public record RoundView(
        UUID id, String kind, String chapter, int total, int answered, int right, List<PlaceView> wrong) {
    public RoundView {
        wrong = List.copyOf(wrong);
    }

    public boolean isFinished() {
        return answered == total;
    }

    public int percent() {
        return total == 0 ? 0 : right * 100 / total;
    }
}
