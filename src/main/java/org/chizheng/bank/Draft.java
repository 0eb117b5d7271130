package org.chizheng.bank;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.common.Digests;

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
        String figureAlt) {
    /** Figure and its text alternative belong to it; an item without one keeps the digest it had before there were figures. */
    String digest() {
        List<Object> fields = new ArrayList<>(List.of(
                type,
                chapter,
                difficulty,
                stem,
                String.join("\n", right),
                String.join("\n", wrong),
                explanation,
                source));
        if (figure != null) {
            fields.add(figure.digest());
            fields.add(figureAlt);
        }
        return Digests.hex(fields.toArray());
    }
}
