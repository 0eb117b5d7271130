package org.chizheng.bank;

import java.util.List;

/** An item as its file says it. Right options stand before wrong ones; the order shown is drawn for each paper. figure and figureAlt: both or neither (null). */
record Draft(
        String code,
        String type,
        String chapter,
        int difficulty,
        String stem,
        List<String> right,
        List<String> wrong,
        String explanation,
        String source,
        Figure figure,
        String figureAlt,
        String level,
        boolean practice) {
    String digest() {
        return RevisionDigest.of(
                type,
                chapter,
                difficulty,
                stem,
                right,
                wrong,
                explanation,
                source,
                figure == null ? null : figure.digest(),
                figureAlt);
    }
}
