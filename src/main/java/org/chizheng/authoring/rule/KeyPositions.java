package org.chizheng.authoring.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether the keys of a file favour or avoid one letter. For files whose order of options is the letters; the bank keeps no order, papers draw it. */
public final class KeyPositions {
    private KeyPositions() {}

    /**
     * Where the key of a single choice stands.
     *
     * @param position from 0
     * @param options of the item
     */
    public record Key(int position, int options) {}

    /**
     * A letter and its count.
     *
     * @param position from 0
     */
    public record Letter(int position, Skew skew) {
        public char letter() {
            return (char) ('A' + position);
        }
    }

    /** The letter whose count is least likely; nothing when there are no keys. */
    public static Optional<Letter> of(List<Key> keys) {
        return letters(keys).stream()
                .min(Comparator.comparing(letter -> letter.skew().chance()));
    }

    /** All letters in their order, each with the chance that any of them is as far off. */
    public static List<Letter> letters(List<Key> keys) {
        int letters = keys.stream().mapToInt(Key::options).max().orElse(0);
        return IntStream.range(0, letters)
                .mapToObj(position -> new Letter(position, skew(keys, position).amongst(letters)))
                .toList();
    }

    private static Skew skew(List<Key> keys, int position) {
        List<Key> able = keys.stream().filter(key -> key.options() > position).toList();
        int observed =
                (int) able.stream().filter(key -> key.position() == position).count();
        return Skew.of(
                observed, able.stream().mapToDouble(key -> 1.0 / key.options()).toArray());
    }
}
