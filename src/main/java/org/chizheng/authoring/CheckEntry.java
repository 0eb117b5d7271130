package org.chizheng.authoring;

import java.util.List;
import java.util.stream.Stream;

import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.authoring.rule.Found;
import org.chizheng.common.Digests;

/**
 * What a check found in an item, with the name under which it can be silenced.
 *
 * @param other the other item of a pair, null when the check read one item alone
 * @param key what a silence is given for
 */
record CheckEntry(CheckedItem item, CheckedItem other, Found found, Silences.Key key) {
    /** A pair has one key, from whichever side one looks: that of the item whose code comes first. */
    static CheckEntry of(CheckedItem item, CheckedItem other, Found found) {
        String check = found.check().name();
        if (other == null || item.code() == null) {
            String digest = Digests.hex(check, content(item), found.detail());
            return new CheckEntry(item, other, found, new Silences.Key(item.code(), check, digest));
        }
        boolean first = item.code().compareTo(other.code()) < 0;
        String digest = first
                ? Digests.hex(check, content(item), content(other))
                : Digests.hex(check, content(other), content(item));
        return new CheckEntry(item, other, found, new Silences.Key(first ? item.code() : other.code(), check, digest));
    }

    /** All that the checks read, whatever the order of the options. */
    private static String content(CheckedItem item) {
        return Digests.hex(
                item.type(),
                item.stem(),
                sorted(item.right().stream()),
                sorted(item.wrong().stream()),
                item.source(),
                item.figure(),
                item.figureAlt());
    }

    private static List<String> sorted(Stream<String> options) {
        return options.sorted().toList();
    }
}
