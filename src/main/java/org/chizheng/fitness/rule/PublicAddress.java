package org.chizheng.fitness.rule;

import java.net.InetAddress;

/** Whether an address is one of the open Internet: nothing that a message may reach inside this or anybody's own network (IANA special-purpose registries, RFC 6890). */
public final class PublicAddress {
    /** Address and length of prefix. */
    private static final int[][] CLOSED_V4 = {
        {0x00000000, 8},
        {0x0a000000, 8},
        {0x64400000, 10},
        {0x7f000000, 8},
        {0xa9fe0000, 16},
        {0xac100000, 12},
        {0xc0000000, 24},
        {0xc0000200, 24},
        {0xc0586300, 24},
        {0xc0a80000, 16},
        {0xc6120000, 15},
        {0xc6336400, 24},
        {0xcb007100, 24},
        {0xe0000000, 3}
    };

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isOpen(word(bytes)) : isGlobal(bytes);
    }

    private static int word(byte[] bytes) {
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    private static boolean isOpen(int address) {
        for (int[] closed : CLOSED_V4) {
            if ((address ^ closed[0]) >>> (32 - closed[1]) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Global unicast 2000::/3 without protocol assignments and Teredo 2001::/23, documentation 2001:db8::/32 and 3fff::/20, and 6to4 2002::/16, which hides an address of version 4. */
    private static boolean isGlobal(byte[] bytes) {
        int first = word(bytes);
        return first >>> 29 == 1
                && first >>> 9 != 0x20010000 >>> 9
                && first != 0x20010db8
                && first >>> 16 != 0x2002
                && first >>> 12 != 0x3fff0;
    }
}
