package org.chizheng.bank;

import java.util.List;
import java.util.UUID;

/**
 * An approved revision with its key; it never leaves the server. Options are in the author's order.
 *
 * @param figure null when there is none
 * @param level of its item: NATIONAL or PROVINCIAL; in a committed pool empty where the blueprint does not ask
 */
public record Revision(
        UUID id,
        String item,
        String type,
        String chapter,
        int difficulty,
        String stem,
        List<Option> options,
        Picture figure,
        String digest,
        String level) {
    /** One option and whether it is right. */
    public record Option(String text, boolean right) {}

    /** The figure by its digest, with its text alternative and its size in CSS pixels. */
    public record Picture(String digest, String alt, int width, int height) {}
}
