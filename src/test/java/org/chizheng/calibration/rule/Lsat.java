package org.chizheng.calibration.rule;

import java.util.Arrays;

/**
 * Sections 6 and 7 of the Law School Admission Test: five items, 1,000 candidates (Bock & Lieberman 1970), patterns 00000 to
 * 11111.
 */
final class Lsat {
    static final Responses SIX = of(
            3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61,
            28, 298);
    static final Responses SEVEN = of(
            12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136,
            32, 308);

    private Lsat() {}

    static boolean right(int pattern, int item) {
        return (pattern >> (4 - item) & 1) == 1;
    }

    /** All 32 patterns, once each. */
    static Responses patterns() {
        int[] once = new int[32];
        Arrays.fill(once, 1);
        return of(once);
    }

    private static Responses of(int... times) {
        Responses.Builder builder = Responses.of(5);
        for (int pattern = 0; pattern < 32; pattern++) {
            if (times[pattern] > 0) {
                builder.candidates(times[pattern]);
                for (int item = 0; item < 5; item++) {
                    builder.answer(item, right(pattern, item));
                }
            }
        }
        return builder.build();
    }
}
