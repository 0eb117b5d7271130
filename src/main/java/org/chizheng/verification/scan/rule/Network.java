package org.chizheng.verification.scan.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network that an address belongs to: its first 24 bits (IPv4) or 48 bits (IPv6), as a site is usually given. */
public final class Network {
    private static final int V4_BYTES = 3;
    private static final int V6_BYTES = 6;

    private Network() {}

    /** @return a text such as {@code 198.51.100} or {@code 20010db80001}, or {@code -} for what is no numeric address; names are never looked up */
    public static String of(String address) {
        if (address == null || !address.matches("[0-9a-fA-F:.]+(%.*)?") || !address.matches(".*[:.].*")) {
            return "-";
        }
        try {
            byte[] bytes =
                    InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
            return bytes.length == 4
                    ? "%d.%d.%d".formatted(bytes[0] & 255, bytes[1] & 255, bytes[V4_BYTES - 1] & 255)
                    : java.util.HexFormat.of().formatHex(Arrays.copyOf(bytes, V6_BYTES));
        } catch (UnknownHostException e) {
            return "-";
        }
    }
}
