package org.chizheng.incident.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class IncidentStateTest {
    private static final LocalDate DUE = LocalDate.of(2026, 10, 9);

    private static IncidentState.Steps breach(int signatures, boolean informed, LocalDate due, boolean appealed) {
        return new IncidentState.Steps(true, false, signatures, informed, due, appealed, false);
    }

    private static IncidentState of(IncidentState.Steps steps) {
        return IncidentState.of(steps, DUE);
    }

    @Test
    void aBreachGoesFromRecordToDecisionStepByStep() {
        assertThat(of(breach(0, false, null, false))).isEqualTo(IncidentState.RECORDED);
        assertThat(of(breach(1, false, null, false))).isEqualTo(IncidentState.RECORDED);
        assertThat(of(breach(2, false, null, false))).isEqualTo(IncidentState.SIGNED);
        assertThat(of(breach(2, true, null, false))).isEqualTo(IncidentState.INFORMED);
        assertThat(of(breach(2, true, DUE, false))).isEqualTo(IncidentState.DECIDED);
        assertThat(of(breach(2, true, DUE, true))).isEqualTo(IncidentState.APPEALED);
    }

    @Test
    void itIsFinalTheDayAfterTheLastDayForAnAppealOrWithTheAnswer() {
        assertThat(IncidentState.of(breach(2, true, DUE, false), DUE.plusDays(1)))
                .isEqualTo(IncidentState.FINAL);
        assertThat(IncidentState.of(breach(2, true, DUE, true), DUE.plusDays(30)))
                .as("an appeal that waits for its answer")
                .isEqualTo(IncidentState.APPEALED);
        assertThat(of(new IncidentState.Steps(true, false, 2, true, DUE, true, true)))
                .isEqualTo(IncidentState.FINAL);
    }

    @Test
    void whatIsNoBreachEndsWithTheSecondSignature() {
        assertThat(of(new IncidentState.Steps(false, false, 1, false, null, false, false)))
                .isEqualTo(IncidentState.RECORDED);
        assertThat(of(new IncidentState.Steps(false, false, 2, false, null, false, false)))
                .isEqualTo(IncidentState.FINAL);
        assertThat(of(new IncidentState.Steps(true, true, 1, false, null, false, false)))
                .isEqualTo(IncidentState.WITHDRAWN);
    }

    @Test
    void nothingIsAddedUnderTheSecondSignerNorAfterTheDecision() {
        assertThat(IncidentState.isOpenToEvidence(breach(0, false, null, false)))
                .isTrue();
        assertThat(IncidentState.isOpenToEvidence(breach(1, false, null, false)))
                .isFalse();
        assertThat(IncidentState.isOpenToEvidence(breach(2, true, null, false))).isTrue();
        assertThat(IncidentState.isOpenToEvidence(breach(2, true, DUE, false))).isFalse();
    }

    @Test
    void aMeasureZeroesFromZeroUpwardsAndAnAppealIsNeverHarsher() {
        assertThat(Measure.WARNING.zeroes()).isFalse();
        assertThat(Measure.ZERO.zeroes()).isTrue();
        assertThat(Measure.BAN.zeroes()).isTrue();
        assertThat(Measure.BAN.isHarsherThan(Measure.ZERO)).isTrue();
        assertThat(Measure.ZERO.isHarsherThan(Measure.ZERO)).isFalse();
        assertThat(Measure.NONE.isHarsherThan(Measure.WARNING)).isFalse();
    }

    @Test
    void aFileIsWhatItsFirstBytesSay() {
        assertThat(EvidenceType.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .contains(EvidenceType.JPEG);
        assertThat(EvidenceType.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .contains(EvidenceType.PDF);
        assertThat(EvidenceType.of("<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(EvidenceType.of(new byte[] {(byte) 0xFF})).isEmpty();
    }
}
