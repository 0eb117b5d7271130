package org.chizheng.account.rule;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Who asks, as far as an address tells: an IPv4 address, or the first 64 bits of one of IPv6, of which each house has at least so many. */
public final class Origin {
    private static final int GROUPS = 4;

    private Origin() {}

    /** @param address numeric, IPv6 in full length, or null where there is none */
    public static String of(String address) {
        if (address == null) {
            return "";
        }
        return address.contains(":")
                ? Arrays.stream(address.split(":")).limit(GROUPS).collect(Collectors.joining(":"))
                : address;
    }
}
