package org.chizheng.calibration.rule;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Something about an item that an author should look at.
 *
 * @param options the option or options it is about, bit 0 for the first
 * @param figures what it rests on, by name, and the threshold
 */
public record Finding(Kind kind, int item, OptionalInt options, Map<String, Double> figures) {
    public enum Kind {
        TOO_FEW_RESPONSES,
        KEY_PROBABLY_WRONG,
        TOO_EASY,
        TOO_HARD,
        DISCRIMINATES_BADLY,
        OPTION_NEVER_CHOSEN,
        DRIFTED
    }
}
