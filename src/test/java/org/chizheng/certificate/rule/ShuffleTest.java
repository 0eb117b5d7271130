package org.chizheng.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Every number has a place of its own, and the key decides which. */
class ShuffleTest {
    @Property(tries = 20)
    void noPlaceIsGivenTwice(@ForAll @Size(32) byte[] key) {
        Shuffle shuffle = new Shuffle(key);
        BitSet given = new BitSet(Shuffle.SIZE);
        for (int number = 0; number < Shuffle.SIZE; number++) {
            given.set(shuffle.place(number));
        }
        assertThat(given.cardinality()).isEqualTo(Shuffle.SIZE);
        assertThat(given.length()).isEqualTo(Shuffle.SIZE);
    }

    /** Of numbers in a row, as of numbers drawn at random, about half lie above the one before, and few lie near. */
    @Property(tries = 20)
    void neighboursLieApart(@ForAll @Size(32) byte[] key) {
        Shuffle shuffle = new Shuffle(key);
        int above = 0;
        int near = 0;
        for (int number = 1; number <= 10_000; number++) {
            int step = shuffle.place(number) - shuffle.place(number - 1);
            above += step > 0 ? 1 : 0;
            near += Math.abs(step) < 1000 ? 1 : 0;
        }
        assertThat(above).isBetween(4_700, 5_300);
        assertThat(near).isLessThan(60);
    }

    @Example
    void anotherKeyGivesOtherPlaces() {
        Shuffle one = new Shuffle(new byte[32]);
        Shuffle other = new Shuffle(new byte[] {1});
        int same = 0;
        for (int number = 0; number < 10_000; number++) {
            same += one.place(number) == other.place(number) ? 1 : 0;
        }
        assertThat(same).isLessThan(5);
    }
}
