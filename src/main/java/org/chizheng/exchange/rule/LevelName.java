package org.chizheng.exchange.rule;

import java.util.Optional;

/** Which bank an item belongs to, in people's words: 国家级, 省级, national, provincial. */
public final class LevelName {
    private LevelName() {}

    /** @return NATIONAL or PROVINCIAL; empty when the words say neither */
    public static Optional<String> of(String text) {
        return switch (Plain.of(text).replaceAll("(题库|库|级)+", "")) {
            case "国家", "国", "全国", "部", "national", "nationalbank" -> Optional.of("NATIONAL");
            case "省", "地方", "本省", "省市", "provincial", "provincialbank", "province" -> Optional.of("PROVINCIAL");
            default -> Optional.empty();
        };
    }
}
