package org.chizheng.regulation;

/** What a person can be certified in. category: the occupation category or, for managers, the post category; item: operation item or industry. */
public record QualificationView(
        String code,
        String postCategory,
        String zh,
        String en,
        String postZh,
        String postEn,
        String documentZh,
        String documentEn,
        String categoryZh,
        String categoryEn,
        String itemZh,
        String itemEn) {}
