package org.chizheng.application.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.chizheng.application.rule.ApplicationState.Act;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ApplicationStateTest {
    @Test
    void onlyWhatWasSentIsAnswered() {
        assertThat(ApplicationState.SUBMITTED.acts()).containsExactly(Act.RETURN, Act.ACCEPT, Act.REFUSE, Act.WITHDRAW);
        assertThat(ApplicationState.RETURNED.acts()).containsExactly(Act.MEND, Act.WITHDRAW);
        assertThat(ApplicationState.ACCEPTED.acts()).containsExactly(Act.WITHDRAW, Act.FINISH);
    }

    @Property
    void whatIsClosedStaysClosed(@ForAll ApplicationState state) {
        assertThat(state.acts().isEmpty()).isEqualTo(!state.isOpen());
    }

    @Test
    void aDocumentIsWhatItsBytesSay() {
        assertThat(DocumentForm.of("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)))
                .contains(DocumentForm.PDF);
        assertThat(DocumentForm.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1}))
                .contains(DocumentForm.JPEG);
        assertThat(DocumentForm.of("<html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(DocumentForm.of(new byte[0])).isEmpty();
    }
}
