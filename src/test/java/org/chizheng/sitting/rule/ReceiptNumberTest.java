package org.chizheng.sitting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ReceiptNumberTest {
    @Property
    void everyNumberHasEightyBitsAndSurvivesBeingCopiedByHand(@ForAll @Size(32) byte[] hash) {
        String number = ReceiptNumber.of(hash);
        assertThat(number).matches("[0-9A-F]{20}");
        assertThat(ReceiptNumber.isWellFormed(number)).isTrue();
        assertThat(ReceiptNumber.grouped(number)).matches("([0-9A-F]{4} ){4}[0-9A-F]{4}");
        assertThat(ReceiptNumber.tidy(ReceiptNumber.grouped(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8F3A0C51D27BE9645A7C",
                "8f3a 0c51 d27b e964 5a7c",
                " 8F3A-0C51-D27B–E964-5A7C\t",
                "８Ｆ３Ａ　０Ｃ５１　Ｄ２７Ｂ　Ｅ９６４　５Ａ７Ｃ"
            })
    void isReadHoweverItIsWritten(String text) {
        assertThat(ReceiptNumber.tidy(text)).isEqualTo("8F3A0C51D27BE9645A7C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8F3A0C51D27BE964", "8F3A0C51D27BE9645A7C"})
    void theFirstReceiptsHadSixteenDigits(String number) {
        assertThat(ReceiptNumber.isWellFormed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8F3A",
                "8F3A0C51D27BE9645A7",
                "8F3A0C51D27BE9645A7CC",
                "8F3A0C51D27BE9645A7G",
                "8F3A0C51D27BE9645A7c"
            })
    void whatIsNoNumberIsTold(String text) {
        assertThat(ReceiptNumber.isWellFormed(text)).isFalse();
    }
}
