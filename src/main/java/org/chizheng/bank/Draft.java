package org.chizheng.bank;

import java.util.List;

import org.chizheng.common.Digests;

/** An item as its file says it. Right options stand before wrong ones; the order shown is drawn for each paper. */
record Draft(
        String code,
        String type,
        String chapter,
        int difficulty,
        String stem,
        List<String> right,
        List<String> wrong,
        String explanation,
        String source) {
    String digest() {
        return Digests.hex(
                type,
                chapter,
                difficulty,
                stem,
                String.join("\n", right),
                String.join("\n", wrong),
                explanation,
                source);
    }
}
