package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.chizheng.authoring.rule.KeyPositions.Key;
import org.chizheng.authoring.rule.KeyPositions.Letter;
import org.junit.jupiter.api.Test;

class SkewTest {
    @Test
    void theChanceIsTheExactBinomialOne() {
        assertThat(Skew.ofStatements(8, 10).chance()).isEqualTo(2 * 56 / 1024.0, within(1e-12));
        assertThat(Skew.ofStatements(0, 10).chance()).isEqualTo(2 / 1024.0, within(1e-12));
        assertThat(Skew.ofStatements(5, 10).chance()).isEqualTo(1);
        assertThat(Skew.ofStatements(0, 0).chance()).isEqualTo(1);
    }

    @Test
    void trialsMayHaveChancesOfTheirOwn() {
        assertThat(Skew.of(2, new double[] {0.25, 0.5}).chance()).isEqualTo(2 * 0.125, within(1e-12));
        assertThat(Skew.of(2, new double[] {0.25, 0.5}).expected()).isEqualTo(0.75, within(1e-12));
    }

    @Test
    void aShareThatChanceGivesIsNotClear() {
        assertThat(Skew.ofStatements(11, 20).isClear()).isFalse();
        assertThat(Skew.ofStatements(18, 20).isClear()).isTrue();
        assertThat(Skew.ofStatements(2, 20).isClear()).isTrue();
        assertThat(Skew.ofStatements(5200, 10_000).isClear())
                .as("sure, but too small to help anybody")
                .isFalse();
    }

    @Test
    void keysThatFavourALetterAreTold() {
        Letter letter = KeyPositions.of(keys(46, 20, 17, 17)).orElseThrow();
        assertThat(letter.letter()).isEqualTo('A');
        assertThat(letter.skew().isClear()).isTrue();
        assertThat(letter.skew().percent()).isEqualTo(46);
        assertThat(letter.skew().expectedPercent()).isEqualTo(25);
    }

    @Test
    void keysThatAvoidALetterAreToldToo() {
        Letter letter = KeyPositions.of(keys(34, 33, 33, 0)).orElseThrow();
        assertThat(letter.letter()).isEqualTo('D');
        assertThat(letter.skew().isClear()).isTrue();
    }

    @Test
    void allLettersAreCountedInTheirOrderEachAgainstItsOwnChance() {
        List<Letter> letters = KeyPositions.letters(keys(46, 20, 17, 17));
        assertThat(letters)
                .extracting(letter -> letter.letter() + " " + letter.skew().observed() + " "
                        + letter.skew().isClear())
                .containsExactly("A 46 true", "B 20 false", "C 17 false", "D 17 false");
        assertThat(KeyPositions.letters(List.of())).isEmpty();
    }

    @Test
    void evenKeysAreNotAndAFewKeysProveNothing() {
        assertThat(KeyPositions.of(keys(27, 24, 26, 23)).orElseThrow().skew().isClear())
                .isFalse();
        assertThat(KeyPositions.of(keys(4, 1, 0, 0)).orElseThrow().skew().isClear())
                .isFalse();
        assertThat(KeyPositions.of(List.of())).isEmpty();
    }

    @Test
    void aLetterThatFewItemsHaveIsHeldAgainstThose() {
        List<Key> keys = new ArrayList<>();
        IntStream.range(0, 90).forEach(i -> keys.add(new Key(i % 3, 3)));
        IntStream.range(0, 8).forEach(i -> keys.add(new Key(i % 4, 4)));
        assertThat(KeyPositions.of(keys).orElseThrow().skew().isClear())
                .as("two of eight are D, where two are expected")
                .isFalse();
    }

    @Test
    void theLongestOptionIsCountedWhereThereIsOne() {
        List<CheckedItem> items = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> items.add(Samples.single("问（　　）。", "这个选项最长", "短的", "短些的", "较短的")));
        items.add(Samples.single("问（　　）。", "短的", "这个选项最长", "短些的", "较短的"));
        items.add(Samples.single("问（　　）。", "一样", "同样", "等长", "等同"));
        items.add(Samples.single("问（　　）。", "比其他的长出一个字", "只比答案短一个字", "同样差一个字呢", "还是差一个字呢"));
        items.add(Samples.statement("陈述。"));
        Skew longest = KeyLengths.longest(items);
        assertThat(longest.observed()).isEqualTo(20);
        assertThat(longest.trials()).isEqualTo(21);
        assertThat(longest.expected()).isEqualTo(5.25, within(1e-9));
        assertThat(longest.isClear()).isTrue();
    }

    private static List<Key> keys(int... counts) {
        List<Key> keys = new ArrayList<>();
        for (int position = 0; position < counts.length; position++) {
            for (int i = 0; i < counts[position]; i++) {
                keys.add(new Key(position, counts.length));
            }
        }
        return keys;
    }
}
