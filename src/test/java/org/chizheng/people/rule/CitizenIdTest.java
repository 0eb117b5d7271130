package org.chizheng.people.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CitizenIdTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "320100199001010018",
                "810000199001010019",
                "820000199001010010",
                "830000199001010012",
                "932840199001010012"
            })
    void theNumbersOfTheDomainRulesHold(String number) {
        assertThat(CitizenId.parse(number).number()).isEqualTo(number);
    }

    @Test
    void aDayThatIsNotInTheCalendarIsNamed() {
        assertThatThrownBy(() -> CitizenId.parse("320100199002300018")).hasMessage("DATE");
    }

    @Property
    void anySingleWrongDigitFails(
            @ForAll @IntRange(min = 0, max = 16) int place, @ForAll @IntRange(min = 1, max = 9) int shift) {
        StringBuilder number = new StringBuilder("320100199001010018");
        number.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + shift) % 10));
        assertThatThrownBy(() -> CitizenId.parse(number.toString())).isInstanceOf(IllegalArgumentException.class);
    }
}
