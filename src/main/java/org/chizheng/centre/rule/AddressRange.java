package org.chizheng.centre.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3). Names are never looked up; an IPv4 address that is written as an IPv6 one
 * (::ffff:10.0.0.1) is the IPv4 address.
 */
public final class AddressRange {
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");
    private final byte[] first;
    private final int length;

    private AddressRange(byte[] first, int length) {
        this.first = first;
        this.length = length;
    }

    /** @return empty for what is no address, or has a length beyond its 32 or 128 bits. Bits behind the length are cleared; without a length it is one address. */
    public static Optional<AddressRange> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        byte[] address = address(parts[0]);
        if (address == null || parts.length > 2) {
            return Optional.empty();
        }
        int bits = address.length * Byte.SIZE;
        if (parts.length == 2 && !LENGTH.matcher(parts[1]).matches()) {
            return Optional.empty();
        }
        int length = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
        return length > bits ? Optional.empty() : Optional.of(new AddressRange(masked(address, length), length));
    }

    /** @param address IPv4 or IPv6 in numbers, as a connection tells it, also with its interface behind a % sign */
    public boolean contains(String address) {
        byte[] bytes = address == null ? null : address(address.replaceAll("%.*", ""));
        return bytes != null && bytes.length == first.length && Arrays.equals(masked(bytes, length), first);
    }

    private static byte[] address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] masked = address.clone();
        for (int bit = length; bit < masked.length * Byte.SIZE; bit++) {
            masked[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return masked;
    }

    /** In CIDR notation, always with its length. */
    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(first).getHostAddress() + "/" + length;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && length == range.length && Arrays.equals(first, range.first);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(first) + length;
    }
}
