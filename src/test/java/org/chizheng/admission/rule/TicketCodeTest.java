package org.chizheng.admission.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.chizheng.session.rule.TicketNumber;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TicketCodeTest {
    private static String ticket(long seed) {
        return TicketNumber.draw(2026, new Random(seed));
    }

    @Property(tries = 200)
    void whatTheCodeSaysIsReadAgainAndTheBareNumberToo(@ForAll long seed) {
        String ticket = ticket(seed);
        assertThat(TicketCode.read(TicketCode.of(ticket))).contains(ticket);
        assertThat(TicketCode.read(ticket)).contains(ticket);
        assertThat(TicketCode.read(" czt" + ticket.replaceAll("(....)", "$1 ") + "\n"))
                .contains(ticket);
    }

    @Property(tries = 200)
    void wideDigitsOfAnInputMethodAreTheSameDigits(@ForAll long seed) {
        String wide = TicketCode.of(ticket(seed))
                .codePoints()
                .map(point -> point + 0xfee0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(TicketCode.read(wide)).contains(ticket(seed));
    }

    @Property(tries = 200)
    void oneWrongDigitIsNoticed(
            @ForAll long seed, @ForAll @IntRange(max = 11) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = ticket(seed).toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
        assertThat(TicketCode.read(new String(digits))).isEmpty();
    }

    @Property(tries = 50)
    void anIdentityNumberIsNoTicket(@ForAll @IntRange(min = 100, max = 999) int serial) {
        assertThat(TicketCode.read("32010019900101" + serial + "X")).isEmpty();
    }
}
