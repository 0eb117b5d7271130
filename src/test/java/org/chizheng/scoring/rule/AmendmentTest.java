package org.chizheng.scoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.scoring.rule.ItemScorer.Keyed;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Corrections laid over a frozen key. */
class AmendmentTest {
    private static final int ITEMS = 4;

    @Test
    void theCorrectedKeyEarnsAndTheOldOneDoesNot() {
        List<Keyed> key = List.of(new Keyed(1, "01", 2, List.of("1")));
        Map<Integer, List<Amendment>> over =
                Map.of(1, List.of(new Amendment(Remedy.CORRECTED_KEY, List.of("2", "3"), false)));
        assertThat(ItemScorer.score(key, Map.of(1, "2,3"), over).raw()).isEqualTo(2);
        assertThat(ItemScorer.score(key, Map.of(1, "1"), over).raw()).isZero();
        assertThat(ItemScorer.score(key, Map.of(1, "1"), over).chapters().get("01"))
                .isEqualTo(new ItemScorer.Share(0, 1));
    }

    @Test
    void aVoidItemIsEarnedByWhoLeftItOutToo() {
        List<Keyed> key = List.of(new Keyed(1, "01", 2, List.of("1")));
        Map<Integer, List<Amendment>> over = Map.of(1, List.of(new Amendment(Remedy.CREDIT_ALL, List.of(), false)));
        assertThat(ItemScorer.score(key, Map.of(), over).raw()).isEqualTo(2);
    }

    @Test
    void onlyWhatIsReleasedIsHeldAndOnlyWhenHarmless() {
        assertThat(Effect.HOLD_HARMLESS.holds(true)).isTrue();
        assertThat(Effect.HOLD_HARMLESS.holds(false)).isFalse();
        assertThat(Effect.FULL.holds(true)).isFalse();
    }

    @Property
    void aVoidItemNeverLowersAnybody(
            @ForAll("keys") List<Keyed> key,
            @ForAll @Size(ITEMS) List<@IntRange(min = 0, max = 3) Integer> given,
            @ForAll @IntRange(min = 1, max = ITEMS) int no,
            @ForAll boolean held) {
        Map<Integer, List<Amendment>> over = Map.of(no, List.of(new Amendment(Remedy.CREDIT_ALL, List.of(), held)));
        int before = ItemScorer.score(key, answers(given)).raw();
        assertThat(ItemScorer.score(key, answers(given), over).raw())
                .isBetween(before, before + key.get(no - 1).points());
    }

    @Property
    void heldHarmlessNobodyGoesDownWhateverIsCorrected(
            @ForAll("keys") List<Keyed> key,
            @ForAll @Size(ITEMS) List<@IntRange(min = 0, max = 3) Integer> given,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 3) Integer> corrections,
            @ForAll @IntRange(min = 1, max = ITEMS) int no) {
        int last = ItemScorer.score(key, answers(given)).raw();
        List<Amendment> over = new ArrayList<>();
        for (int right : corrections) {
            over.add(new Amendment(Remedy.CORRECTED_KEY, List.of(String.valueOf(right)), true));
            int raw = ItemScorer.score(key, answers(given), Map.of(no, over)).raw();
            assertThat(raw).isGreaterThanOrEqualTo(last);
            assertThat(PassRule.passes(raw, 5) || !PassRule.passes(last, 5))
                    .as("a pass stays a pass")
                    .isTrue();
            last = raw;
        }
    }

    @Property
    void aCorrectionThatSaysWhatTheKeySaidChangesNothing(
            @ForAll("keys") List<Keyed> key,
            @ForAll @Size(ITEMS) List<@IntRange(min = 0, max = 3) Integer> given,
            @ForAll @IntRange(min = 1, max = ITEMS) int no,
            @ForAll boolean held) {
        Amendment same = new Amendment(Remedy.CORRECTED_KEY, key.get(no - 1).right(), held);
        assertThat(ItemScorer.score(key, answers(given), Map.of(no, List.of(same))))
                .isEqualTo(ItemScorer.score(key, answers(given)));
    }

    @Property
    void ofTwoCorrectionsOfAnItemTheLaterOneWins(
            @ForAll("keys") List<Keyed> key,
            @ForAll @Size(ITEMS) List<@IntRange(min = 0, max = 3) Integer> given,
            @ForAll @IntRange(min = 1, max = 3) int earlier,
            @ForAll @IntRange(min = 1, max = 3) int later,
            @ForAll @IntRange(min = 1, max = ITEMS) int no) {
        Amendment one = new Amendment(Remedy.CORRECTED_KEY, List.of(String.valueOf(earlier)), false);
        Amendment two = new Amendment(Remedy.CORRECTED_KEY, List.of(String.valueOf(later)), false);
        assertThat(ItemScorer.score(key, answers(given), Map.of(no, List.of(one, two))))
                .isEqualTo(ItemScorer.score(key, answers(given), Map.of(no, List.of(two))));
    }

    @Test
    void theTallyCountsScoresAndVerdictsApart() {
        assertThat(Tally.of(List.of(
                        new Tally.Move(79, 80, false, true),
                        new Tally.Move(90, 91, true, true),
                        new Tally.Move(80, 79, true, false),
                        new Tally.Move(50, 50, false, false))))
                .isEqualTo(new Tally(1, 2, 1, 1, 1));
    }

    @Provide
    Arbitrary<List<Keyed>> keys() {
        Arbitrary<Integer> points = Arbitraries.integers().between(1, 5);
        Arbitrary<Integer> rights = Arbitraries.integers().between(1, 3);
        return Combinators.combine(points.list().ofSize(ITEMS), rights.list().ofSize(ITEMS))
                .as((of, right) -> {
                    List<Keyed> key = new ArrayList<>();
                    for (int i = 0; i < ITEMS; i++) {
                        key.add(new Keyed(i + 1, "01", of.get(i), List.of(String.valueOf(right.get(i)))));
                    }
                    return key;
                });
    }

    /** 0 leaves the item out. */
    private static Map<Integer, String> answers(List<Integer> given) {
        Map<Integer, String> answers = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i) > 0) {
                answers.put(i + 1, String.valueOf(given.get(i)));
            }
        }
        return answers;
    }
}
