package org.chizheng.statistics.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the holder rate is broken down by. */
public enum Dimension {
    /** Operation item of operators, industry of managers: what a post requires. */
    QUALIFICATION(false),
    /** The three key posts. */
    CATEGORY(false),
    INDUSTRY(true),
    /** Whether the enterprise is of the high-risk class. */
    RISK(false),
    SIZE(true);

    private final boolean grouped;

    Dimension(boolean grouped) {
        this.grouped = grouped;
    }

    /** Whether it is read from the sums by industry and size. */
    public boolean grouped() {
        return grouped;
    }

    /** As addresses and messages name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Dimension> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
