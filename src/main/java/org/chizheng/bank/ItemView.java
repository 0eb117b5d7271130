package org.chizheng.bank;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.chizheng.common.Digests;

/** One revision of an item with its key, for authors, reviewers and administrators only. */
public record ItemView(
        String code,
        String subject,
        boolean retired,
        int number,
        String type,
        String chapter,
        String difficulty,
        String stem,
        List<Revision.Option> options,
        String explanation,
        String source,
        Revision.Picture figure,
        String digest,
        List<History> history) {
    private static final String LETTERS = "ABCDEFGH";

    public ItemView {
        options = List.copyOf(options);
        history = List.copyOf(history);
    }

    /** One revision of the item; they never change. */
    public record History(int number, Instant at, String approvedBy, String digest, boolean figure) {}

    /** An option in its place. */
    public record Shown(String letter, String text, boolean right) {}

    /** Options as a paper might place them: 正确 before 错误, otherwise by digest, since the author's order has the right ones first. */
    public List<Shown> shown() {
        Comparator<Revision.Option> order = type.equals("TRUE_FALSE")
                ? Comparator.comparing(option -> !option.text().equals("正确"))
                : Comparator.comparing(option -> Digests.hex(digest, option.text()));
        List<Revision.Option> placed = options.stream().sorted(order).toList();
        return placed.stream()
                .map(option -> new Shown(
                        String.valueOf(LETTERS.charAt(placed.indexOf(option))), option.text(), option.right()))
                .toList();
    }

    public List<Shown> key() {
        return shown().stream().filter(Shown::right).toList();
    }

    public int newest() {
        return history.get(0).number();
    }
}
