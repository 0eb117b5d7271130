package org.chizheng.bank;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.common.Digests;

/** Digest of all that a revision says. An item without a figure keeps the digest it had before there were figures. */
public final class RevisionDigest {
    private RevisionDigest() {}

    /** @param figure digest of the figure, null with figureAlt if there is none; @return in hexadecimal */
    public static String of(
            String type,
            String chapter,
            int difficulty,
            String stem,
            List<String> right,
            List<String> wrong,
            String explanation,
            String source,
            String figure,
            String figureAlt) {
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
            fields.add(figure);
            fields.add(figureAlt);
        }
        return Digests.hex(fields.toArray());
    }
}
