package org.chizheng.certificate.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chizheng.common.Digests;

/** A piece of artwork as a form XObject, packed once, with the pieces that it repeats. Nothing in it is content: it is drawn as an artifact. */
record Form(String box, byte[] packed, Map<String, Form> parts, String digest) {
    private static final int BEST = 9;

    /** @param box its edges in its own units: left, bottom, right, top */
    static Form of(CharSequence operators, Map<String, Form> parts, double... box) {
        StringBuilder edges = new StringBuilder("[");
        for (double edge : box) {
            Digits.put(edges, edge);
        }
        edges.append(']');
        List<Object> fields = new ArrayList<>(List.of(edges, operators));
        parts.forEach((name, part) -> fields.addAll(List.of(name, part.digest)));
        return new Form(edges.toString(), PdfFile.packed(operators, BEST), parts, Digests.hex(fields.toArray()));
    }

    /** Writes it and its pieces; a piece that was written already, for another page too, is not written again. @return its number */
    int write(PdfFile file, Map<String, Integer> written) {
        Integer known = written.get(digest);
        if (known != null) {
            return known;
        }
        StringBuilder resources = new StringBuilder("<< /XObject << ");
        parts.forEach((name, part) -> resources
                .append('/')
                .append(name)
                .append(' ')
                .append(part.write(file, written))
                .append(" 0 R "));
        resources.append(">> >>");
        int number = file.addStream(
                "/Type /XObject /Subtype /Form /BBox " + box + " /Resources " + resources + " /Filter /FlateDecode",
                packed);
        written.put(digest, number);
        return number;
    }
}
