package org.chizheng.bank.rule;

import java.util.Optional;

/** Why somebody acts on an item against what would happen otherwise, in a few words that others understand later. */
public final class StatedReason {
    /** Characters. */
    public static final int SHORTEST = 4;

    /** Characters. */
    public static final int LONGEST = 200;

    private StatedReason() {}

    /** Without blanks around, counted in code points as the database counts; empty when it is too short or too long. */
    public static Optional<String> of(String typed) {
        String reason = typed == null ? "" : typed.strip();
        int length = reason.codePointCount(0, reason.length());
        return length < SHORTEST || length > LONGEST ? Optional.empty() : Optional.of(reason);
    }
}
