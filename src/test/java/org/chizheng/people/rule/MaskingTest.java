package org.chizheng.people.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({"张, 张*", "张三, 张*", "欧阳小明, 欧***", "买买提·吐尔逊, 买***", "𬭎明, 𬭎*", "Ann, A**"})
    void aNameKeepsItsFirstCharacterAndAtMostThreeStars(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @Test
    void aNumberKeepsFourInFrontAndFourBehind() {
        assertThat(Masking.idNumber("320100199001010018")).isEqualTo("3201**********0018");
        assertThat(Masking.idNumber("H1234567890")).isEqualTo("H123***7890");
    }

    @Test
    void aShortNumberIsHiddenWhole() {
        assertThat(Masking.idNumber("123456789")).isEqualTo("*********");
        assertThat(Masking.idNumber("")).isEmpty();
    }

    @Property
    void neverMoreThanEightCharactersOfANumberAreShown(@ForAll @NumericChars @StringLength(max = 30) String number) {
        String masked = Masking.idNumber(number);
        assertThat(masked).hasSameSizeAs(number);
        assertThat(masked.chars().filter(c -> c != '*').count()).isEqualTo(number.length() < 10 ? 0 : 8);
    }

    @Property
    void nothingButTheFirstCharacterOfANameIsShown(@ForAll @StringLength(min = 1, max = 60) String name) {
        String masked = Masking.name(name);
        int first = Character.charCount(name.codePointAt(0));
        assertThat(masked.substring(0, first)).isEqualTo(name.substring(0, first));
        assertThat(masked.substring(first)).matches("\\*{1,3}");
    }
}
