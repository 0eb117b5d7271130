package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "08006, true",
        "08001, true",
        "57P01, true",
        "57P03, true",
        "53100, true",
        "53300, true",
        "40001, true",
        "58030, true",
        "23505, false",
        "42501, false",
        "22P02, false",
    })
    void theDatabasesWordDecides(String state, boolean passing) {
        assertThat(PassingTrouble.is(new IllegalStateException(new SQLException("no", state))))
                .isEqualTo(passing);
    }

    @Test
    void aPoolWithoutAConnectionIsPassing() {
        assertThat(PassingTrouble.is(new SQLException("Acquisition timeout"))).isTrue();
    }

    @Test
    void anotherFailureIsNot() {
        assertThat(PassingTrouble.is(new IllegalStateException("mistake"))).isFalse();
        assertThat(PassingTrouble.is(null)).isFalse();
    }
}
