package org.chizheng.session.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TicketNumberTest {
    @Property
    void everyDrawnNumberIsTwelveDigitsOfItsYearAndValid(
            @ForAll long seed, @ForAll @IntRange(min = 2000, max = 2099) int year) {
        String ticket = TicketNumber.draw(year, new Random(seed));
        assertThat(ticket).matches("\\d{12}").startsWith("%02d".formatted(year % 100));
        assertThat(TicketNumber.isValid(ticket)).isTrue();
    }

    @Property
    void anySingleWrongDigitIsNoticed(
            @ForAll long seed, @ForAll @IntRange(max = 11) int place, @ForAll @IntRange(min = 1, max = 9) int shift) {
        StringBuilder ticket = new StringBuilder(TicketNumber.draw(2026, new Random(seed)));
        ticket.setCharAt(place, (char) ('0' + (ticket.charAt(place) - '0' + shift) % 10));
        assertThat(TicketNumber.isValid(ticket.toString())).isFalse();
    }

    @Property
    void twoNeighboursExchangedAreNoticed(@ForAll long seed, @ForAll @IntRange(max = 10) int place) {
        StringBuilder ticket = new StringBuilder(TicketNumber.draw(2026, new Random(seed)));
        char first = ticket.charAt(place);
        Assume.that(first != ticket.charAt(place + 1));
        ticket.setCharAt(place, ticket.charAt(place + 1));
        ticket.setCharAt(place + 1, first);
        assertThat(TicketNumber.isValid(ticket.toString())).isFalse();
    }

    @Test
    void theCheckDigitsAreThoseOfMod97() {
        assertThat(TicketNumber.isValid("260000000085")).isTrue();
        assertThat(TicketNumber.isValid("26 0000-0000 85")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26000000003", "2600000000850", "26000000003A", "２６００００００００３４", "000000000000"})
    void whatIsNotTwelveDigitsWithTheirCheckIsNotATicket(String text) {
        assertThat(TicketNumber.isValid(text)).isFalse();
    }
}
