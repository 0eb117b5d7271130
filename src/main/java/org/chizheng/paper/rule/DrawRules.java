package org.chizheng.paper.rule;

import java.util.Optional;
import java.util.stream.Stream;

/** Versions of the rules by which the papers of a session are drawn. A committed draw names its own and is proven by it for ever. */
public enum DrawRules {
    /** Papers that follow each other share as little as can be, cell by cell; so in a cell with items for two papers every second paper has the same. */
    PARALLEL_1("parallel-1"),
    /** Cells with items for {@link NeighboursByPaper#LARGE} papers as before; in smaller ones papers differ by chance, and those that follow each other are bounded over the whole paper. */
    PARALLEL_2("parallel-2");

    /** By which sessions are planned from now on. */
    public static final DrawRules CURRENT = PARALLEL_2;

    private final String code;

    DrawRules(String code) {
        this.code = code;
    }

    /** As it stands in commitment and public record. */
    public String code() {
        return code;
    }

    /** @return empty for rules that cannot be repeated here, and for null */
    public static Optional<DrawRules> of(String code) {
        return Stream.of(values()).filter(rules -> rules.code.equals(code)).findFirst();
    }
}
