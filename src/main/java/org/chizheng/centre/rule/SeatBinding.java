package org.chizheng.centre.rule;

import java.util.Locale;
import java.util.Optional;

/**
 * Which computer stands at a seat: one in the range of addresses, or the one with the client certificate. Either proof is enough; a seat with neither is open to any
 * computer.
 *
 * @param range of addresses, or null
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits in lower case, or null
 */
public record SeatBinding(AddressRange range, String fingerprint) {
    /** Any computer. */
    public static final SeatBinding NONE = new SeatBinding(null, null);

    private static final int DIGITS = 64;

    /** @param shown fingerprint of the certificate that came with the request, or null */
    public boolean allows(String address, String shown) {
        if (range == null && fingerprint == null) {
            return true;
        }
        return range != null && range.contains(address) || fingerprint != null && fingerprint.equals(shown);
    }

    /** A fingerprint as tools and proxies write it, with or without colons, in either case; empty if it is none. */
    public static Optional<String> fingerprint(String text) {
        String digits = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        return digits.length() == DIGITS && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)
                ? Optional.of(digits)
                : Optional.empty();
    }
}
