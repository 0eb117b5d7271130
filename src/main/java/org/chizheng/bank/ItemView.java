package org.chizheng.bank;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.chizheng.bank.rule.ItemLife;
import org.chizheng.common.Digests;

/** One revision of an item with its key, or its draft while it has none (number 0), for authors, reviewers and administrators only. version: of its open draft, 0 when there is none. */
public record ItemView(
        String code,
        String subject,
        ItemLife life,
        String level,
        boolean practice,
        int version,
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
        List<History> history,
        List<ItemEvent> events) {
    private static final String LETTERS = "ABCDEFGH";

    public ItemView {
        options = List.copyOf(options);
        history = List.copyOf(history);
        events = List.copyOf(events);
    }

    /** One revision of the item; they never change. author: null when it came with the files. */
    public record History(int number, Instant at, String author, String approvedBy, String digest, boolean figure) {}

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

    /** 0 while there is none. */
    public int newest() {
        return life.revision();
    }

    public String state() {
        return life.state().name();
    }

    public String stage() {
        return life.stage().name();
    }

    public boolean isDiscarded() {
        return life.state() == ItemLife.State.DISCARDED;
    }
}
