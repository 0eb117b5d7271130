package org.chizheng.workforce.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    /** The standard's own example, and two computed apart from this code whose organisation codes end in X and in 0. */
    private static final List<String> VALID = List.of("91350100M000100Y43", "91320000MA000004X1", "91320000MA0000090C");

    @Test
    void codesWhoseTwoChecksFitAreValid() {
        assertThat(VALID).allMatch(CreditCode::isValid);
    }

    @Test
    void anOrganisationCodeWithAWrongCheckOfItsOwnFailsThoughTheLastCharacterFits() {
        assertThat(CreditCode.isValid("91350100M000100Y56")).isFalse();
    }

    @Property
    void anySingleWrongCharacterFails(@ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 30) int other) {
        StringBuilder code = new StringBuilder(VALID.get(0));
        char wrong = ALPHABET.charAt(other);
        Assume.that(code.charAt(place) != wrong);
        code.setCharAt(place, wrong);
        assertThat(CreditCode.isValid(code.toString())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100m000100y43",
                "91350100I000100Y43",
                "91350100M000100Y4 ",
                "９1350100M000100Y43"
            })
    void whatIsNot18CharactersOfTheAlphabetFails(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }
}
