package org.chizheng.bank.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatedReasonTest {
    @Test
    void itsCharactersAreCountedWithoutTheBlanksAround() {
        assertThat(StatedReason.of("  两题互相提示  ")).contains("两题互相提示");
        assertThat(StatedReason.of(" 四个字符 ")).contains("四个字符");
        assertThat(StatedReason.of("  三个字  ")).isEmpty();
        assertThat(StatedReason.of(null)).isEmpty();
        assertThat(StatedReason.of("长".repeat(200))).isPresent();
        assertThat(StatedReason.of("长".repeat(201))).isEmpty();
    }

    @Test
    void aCharacterBeyondTheBasicPlaneCountsOnceAsInTheDatabase() {
        assertThat(StatedReason.of("😀".repeat(200))).isPresent();
        assertThat(StatedReason.of("😀😀😀")).isEmpty();
    }
}
