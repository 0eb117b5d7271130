package org.chizheng.practical.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.practical.rule.Admittance.Applicant;
import org.chizheng.practical.rule.MarkSheet.Line;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PracticalRulesTest {
    private static final Instant NINE = Instant.parse("2026-06-01T01:00:00Z");

    @Test
    void theTheoryComesFirstAndAttemptsAreCountedOnIt() {
        assertThat(Admittance.objection(new Applicant(false, true, false, 4), 5))
                .isEmpty();
        assertThat(Admittance.objection(new Applicant(false, true, false, 5), 5))
                .contains("ATTEMPTS_USED");
        assertThat(Admittance.objection(new Applicant(false, true, true, 0), 5)).contains("ALREADY_PASSED");
        assertThat(Admittance.objection(new Applicant(false, false, false, 0), 5))
                .contains("THEORY_MISSING");
        assertThat(Admittance.objection(new Applicant(true, true, false, 0), 5)).contains("BANNED");
    }

    @Test
    void aStepTakesNoMoreThanItsPointsAndAVetoItemIsMetOrNot() {
        Line step = new Line(1, 6, false);
        Line veto = new Line(2, 0, true);
        for (String fit : List.of("", "0", "6")) {
            assertThat(MarkSheet.fits(step, fit)).as(fit).isTrue();
        }
        for (String unfit : List.of("7", "-1", "06", "6.5", "FAILED", " ")) {
            assertThat(MarkSheet.fits(step, unfit)).as(unfit).isFalse();
        }
        assertThat(MarkSheet.fits(veto, "FAILED")).isTrue();
        assertThat(MarkSheet.fits(veto, "0")).isFalse();
    }

    @Test
    void aSheetIsCompleteWhenEveryStepHasItsPoints() {
        List<Line> lines = List.of(new Line(1, 6, false), new Line(2, 4, false), new Line(3, 0, true));
        MarkSheet half = new MarkSheet(lines, Map.of(1, "5", 3, "FAILED"));
        assertThat(half.unmarked()).containsExactly(2);
        assertThat(half.points()).isEqualTo(5);
        assertThat(half.vetoes()).containsExactly(3);
        assertThat(new MarkSheet(lines, Map.of(1, "6", 2, "0")).unmarked()).isEmpty();
    }

    @Property
    void nobodyIsDueBeforeTheOneBeforeIsThroughAndAllFitIntoTheDay(
            @ForAll @IntRange(min = 1, max = 8) int stations,
            @ForAll @IntRange(min = 10, max = 120) int minutes,
            @ForAll @IntRange(min = 120, max = 600) int length,
            @ForAll @IntRange(min = 0, max = 400) int givenBack) {
        Instant end = NINE.plus(Duration.ofMinutes(length));
        List<Instant> starts = Slots.starts(NINE, end, minutes);
        Map<Instant, Integer> taken = new HashMap<>();
        int admitted = 0;
        for (List<Instant> free = Slots.free(starts, taken, stations);
                !free.isEmpty();
                free = Slots.free(starts, taken, stations)) {
            taken.merge(free.get(0), 1, Integer::sum);
            admitted++;
        }
        assertThat(admitted).isEqualTo(Slots.capacity(NINE, end, stations, minutes));
        assertThat(taken.values()).allMatch(many -> many == stations);
        for (int i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 1), starts.get(i))).isEqualTo(Duration.ofMinutes(minutes));
        }
        Instant last = starts.get(starts.size() - 1);
        assertThat(last.plus(Duration.ofMinutes(minutes))).isBeforeOrEqualTo(end);
        assertThat(last.plus(Duration.ofMinutes(2L * minutes))).isAfter(end);
        Instant one = starts.get(givenBack % starts.size());
        taken.merge(one, -1, Integer::sum);
        assertThat(Slots.free(starts, taken, stations))
                .as("what is given back is free again")
                .containsExactly(one);
    }

    @Test
    void whatASchemaCannotSayIsChecked() {
        SchemeChecks.Task ten = new SchemeChecks.Task("K11", 60, 30);
        SchemeChecks.Task other = new SchemeChecks.Task("K21", 40, 30);
        List<SchemeChecks.Part> sound =
                List.of(new SchemeChecks.Part("K1", 60, List.of(ten)), new SchemeChecks.Part("K2", 40, List.of(other)));
        assertThat(SchemeChecks.faults(sound, 60)).isEmpty();
        assertThat(SchemeChecks.faults(sound, 59)).singleElement().asString().contains("60 minutes");
        assertThat(SchemeChecks.faults(List.of(new SchemeChecks.Part("K1", 60, List.of(ten, ten))), 60))
                .hasSize(2);
        assertThat(SchemeChecks.faults(
                        List.of(
                                new SchemeChecks.Part("K1", 60, List.of(other)),
                                new SchemeChecks.Part("K2", 40, List.of(other))),
                        90))
                .hasSize(3);
    }
}
