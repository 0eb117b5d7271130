package org.chizheng.certificate.document;

/** A subset as the objects of a PDF, packed: written into one document or, the shared one, into each. */
record EmbeddedFont(String name, String measures, String widths, byte[] program, int programLength, byte[] toUnicode) {
    static EmbeddedFont of(FontSubset subset, int level) {
        byte[] program = subset.program();
        return new EmbeddedFont(
                subset.tag() + "+" + subset.face().name(),
                subset.face().measures(),
                subset.widths(),
                PdfFile.packed(program, level),
                program.length,
                PdfFile.packed(subset.toUnicode(), level));
    }

    /** @return the number of the composite font */
    int write(PdfFile file) {
        int data = file.addStream("/Filter /FlateDecode /Length1 " + programLength, program);
        int map = file.addStream("/Filter /FlateDecode", toUnicode);
        int descriptor = file.add("<< /Type /FontDescriptor /FontName /" + name + " /Flags 4 " + measures
                + " /ItalicAngle 0 /StemV 90 /FontFile2 " + data + " 0 R >>");
        int descendant = file.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + name
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 1000"
                + " /W " + widths + " /FontDescriptor " + descriptor + " 0 R >>");
        return file.add("<< /Type /Font /Subtype /Type0 /BaseFont /" + name
                + " /Encoding /Identity-H /DescendantFonts [" + descendant + " 0 R] /ToUnicode " + map + " 0 R >>");
    }
}
