package org.chizheng.calibration;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the pages show them. */
final class Figures {
    private Figures() {}

    /** With two places; a real minus, so that screen readers do not read a hyphen. */
    static String two(double value) {
        return written("%.2f", value);
    }

    static String one(double value) {
        return written("%.1f", value);
    }

    /** With two places, or a dash. */
    static String two(OptionalDouble value) {
        return value.isPresent() ? two(value.getAsDouble()) : "–";
    }

    /** A share in whole per cent. */
    static String percent(double share) {
        return written("%.0f", 100 * share) + "%";
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : "–";
    }

    private static String written(String format, double value) {
        String plain = String.format(Locale.ROOT, format, value);
        boolean zero = plain.matches("-0(\\.0+)?");
        return zero ? plain.substring(1) : plain.replace('-', '−');
    }
}
