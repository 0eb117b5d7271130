package org.chizheng.exchange.rule;

import java.util.OptionalInt;

/** How hard an item is, in people's words. */
public final class Difficulty {
    /** What an item has of which nothing is said. */
    public static final int MEDIUM = 2;

    private Difficulty() {}

    /** @return 1 easy to 3 hard; empty when the words say none of them */
    public static OptionalInt of(String text) {
        return switch (Plain.of(text).replaceAll("(难度|级|的|题)+", "")) {
            case "1", "1.0", "易", "容易", "较易", "简单", "低", "一", "初", "★", "☆", "easy", "low" -> OptionalInt.of(1);
            case "2", "2.0", "中", "中等", "一般", "适中", "普通", "二", "★★", "medium", "middle", "normal" -> OptionalInt.of(2);
            case "3", "3.0", "难", "较难", "困难", "高", "三", "★★★", "hard", "difficult", "high" -> OptionalInt.of(3);
            default -> OptionalInt.empty();
        };
    }
}
