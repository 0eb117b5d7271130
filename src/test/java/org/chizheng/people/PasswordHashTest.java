package org.chizheng.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.password4j.Argon2Function;

import io.quarkus.runtime.LaunchMode;

class PasswordHashTest {
    @ParameterizedTest
    @EnumSource(value = LaunchMode.class, names = "TEST", mode = EnumSource.Mode.EXCLUDE)
    void aServiceThatRunsHashesByTheBaseline(LaunchMode mode) {
        Argon2Function function = PasswordHash.function(mode);

        assertThat(function.getMemory()).isEqualTo(19 * 1024);
        assertThat(function.getIterations()).isEqualTo(2);
        assertThat(function.getParallelism()).isEqualTo(1);
        assertThat(function.getOutputLength()).isEqualTo(32);
    }

    @Test
    void aHashKnowsItsPasswordAlone() {
        String hash = PasswordHash.of("correct horse");

        assertThat(PasswordHash.matches("correct horse", hash)).isTrue();
        assertThat(PasswordHash.matches("correct house", hash)).isFalse();
        assertThat(PasswordHash.matchesNothing("correct horse")).isFalse();
    }
}
