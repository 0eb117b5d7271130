package org.chizheng.bank;

import java.util.List;
import java.util.UUID;

/** An approved revision with its key; it never leaves the server. Options are in the author's order. */
public record Revision(
        UUID id,
        String item,
        String type,
        String chapter,
        int difficulty,
        String stem,
        List<Option> options,
        String digest) {
    /** One option and whether it is right. */
    public record Option(String text, boolean right) {}
}
