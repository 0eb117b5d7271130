package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ResponsesTest {
    @Test
    void onlyWhatWasShownIsKept() {
        Responses responses = Responses.of(4)
                .candidate()
                .answer(3, true, 2)
                .answer(0, false)
                .candidates(7)
                .candidates(5)
                .answer(1, true)
                .build();
        assertThat(responses.candidates()).isEqualTo(3);
        assertThat(responses.start).containsExactly(0, 2, 2, 3);
        assertThat(responses.cell).containsExactly(7, 0, 3);
        assertThat(responses.chosen).containsExactly(2, 0, 0);
        assertThat(responses.times).containsExactly(1, 7, 5);
        assertThat(responses.right(0)).isEqualTo(1);
        assertThat(responses.totals()).containsExactly(1, 0, 0, 5, 0, 0, 0, 1);
    }

    @Test
    void itGrowsAsNeeded() {
        Responses.Builder builder = Responses.of(50);
        for (int n = 0; n < 1000; n++) {
            builder.candidate();
            for (int item = 0; item < n % 50; item++) {
                builder.answer(item, item % 2 == 0);
            }
        }
        Responses responses = builder.build();
        assertThat(responses.candidates()).isEqualTo(1000);
        assertThat(responses.responses).isEqualTo(20 * 49 * 50 / 2);
        assertThat(responses.right(999)).isEqualTo(25);
    }

    @Test
    void anItemTwiceOrNoneOrBeforeAnyCandidateIsAFault() {
        assertThatThrownBy(() -> Responses.of(2).answer(0, true)).isInstanceOf(IllegalArgumentException.class);
        Responses.Builder builder = Responses.of(2).candidate().answer(1, true);
        assertThatThrownBy(() -> builder.answer(1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.answer(2, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.answer(-1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.candidates(0)).isInstanceOf(IllegalArgumentException.class);
        builder.candidate().answer(1, false);
        assertThat(builder.build().candidates()).isEqualTo(2);
    }
}
