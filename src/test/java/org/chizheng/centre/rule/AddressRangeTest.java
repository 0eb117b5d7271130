package org.chizheng.centre.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AddressRangeTest {
    @Provide
    Arbitrary<byte[]> addresses() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(4)
                .flatMap(four -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofSize(16)
                        .map(sixteen -> {
                            sixteen[0] = (byte) (sixteen[0] | 0x20); // not an IPv4 address in disguise
                            return sixteen[15] % 2 == 0 ? four : sixteen;
                        }));
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A range holds an address exactly when both begin with the same bits, told by arithmetic of another kind. */
    @Property
    void holdsWhatBeginsWithTheSameBits(
            @ForAll("addresses") byte[] first,
            @ForAll("addresses") byte[] other,
            @ForAll @IntRange(max = 128) int asked) {
        int bits = first.length * 8;
        int length = asked % (bits + 1);
        AddressRange range = AddressRange.parse(text(first) + "/" + length).orElseThrow();
        boolean same = first.length == other.length
                && new BigInteger(1, first)
                        .shiftRight(bits - length)
                        .equals(new BigInteger(1, other).shiftRight(bits - length));
        assertThat(range.contains(text(other))).isEqualTo(same);
        assertThat(range.contains(text(first))).isTrue();
    }

    @Property
    void isReadAsItIsWritten(@ForAll("addresses") byte[] address, @ForAll @IntRange(max = 32) int length) {
        AddressRange range = AddressRange.parse(text(address) + "/" + length).orElseThrow();
        assertThat(AddressRange.parse(range.toString())).contains(range);
    }

    @Example
    void oneAddressNeedsNoLength() {
        AddressRange one = AddressRange.parse(" 10.1.2.30 ").orElseThrow();
        assertThat(one).hasToString("10.1.2.30/32");
        assertThat(one.contains("10.1.2.30")).isTrue();
        assertThat(one.contains("10.1.2.31")).isFalse();
        assertThat(one.contains("::ffff:10.1.2.30")).as("the same address").isTrue();
        assertThat(one.contains(null)).isFalse();
        assertThat(one.contains("localhost")).as("never looked up").isFalse();
        assertThat(AddressRange.parse("fe80::/10").orElseThrow().contains("fe80::1%eth0"))
                .isTrue();
        assertThat(AddressRange.parse("10.1.2.99/24").orElseThrow()).hasToString("10.1.2.0/24");
    }

    @Example
    void whatIsNoRangeIsRefused() {
        for (String wrong : new String[] {
            "",
            "10.1.2",
            "10.1.2.256",
            "010.1.2.3",
            "10.1.2.3/33",
            "10.1.2.3/",
            "10.1.2.3/-1",
            "10.1.2.3/08",
            "10.1.2.3/24/1",
            "::1/129",
            ":::",
            "1:2:3",
            "localhost",
            "example.org/24",
            "10.1.2.3.",
            "1.2.3.4 5"
        }) {
            assertThat(AddressRange.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
