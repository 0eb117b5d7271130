package org.chizheng.account.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900000001",
                "139 0000 0001",
                "139-0000-0001",
                "+86 139 0000 0001",
                "008613900000001",
                "１３９００００００01"
            })
    void takesANumberHoweverItIsWritten(String typed) {
        assertThat(Mobile.tidy(typed)).contains("13900000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02583000000", "1390000000", "139000000012", "12900000001", "+1 13900000001", "电话"})
    void refusesWhatNoTextMessageReaches(String typed) {
        assertThat(Mobile.tidy(typed)).isEmpty();
    }

    @Test
    void refusesNothing() {
        assertThat(Mobile.tidy(null)).isEmpty();
    }
}
