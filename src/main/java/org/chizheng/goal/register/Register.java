package org.chizheng.goal.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The registers, and what is asked of a member of each beside name, region, organisation and days. */
public enum Register {
    ENFORCEMENT("degree", "related", "practice_from"),
    RESCUE("certificate", "certified_until"),
    SPECIALIST("degree", "achieved_on"),
    CADRE("achieved_on");

    private final List<String> asked;

    Register(String... asked) {
        this.asked = List.of(asked);
    }

    /** Whether a column belongs to the register. */
    public boolean asks(String column) {
        return asked.contains(column);
    }

    List<String> asked() {
        return asked;
    }

    /** Its name in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Register> of(String path) {
        return Stream.of(values()).filter(one -> one.path().equals(path)).findFirst();
    }
}
