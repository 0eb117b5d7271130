package org.chizheng.certificate.document;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentSize;

/** What is the same on all certificates of one kind, size and authority, made ready once: artwork, seal, and the font of the words that never change. */
record Blank(
        Layout layout,
        List<Layout.Page> pages,
        List<Form> artwork,
        Form seal,
        String sealName,
        FontSubset letters,
        EmbeddedFont font) {
    private static final int BEST = 9;

    /** @param printedSeal whether an authority's seal is drawn; the demo's own seal, which is nobody's, always is */
    static Blank of(CertificateFace face, DocumentSize size, boolean printedSeal) {
        Layout layout = Layout.of(face.documentKind(), size);
        List<Layout.Page> pages = layout.pages();
        List<Form> artwork = new ArrayList<>();
        pages.forEach(page -> artwork.add(Artwork.of(layout, page, face.documentZh(), face.demo())));
        Layout.Word demoSeal = layout.word("demoSeal");
        String sealName = face.demo() ? demoSeal.zh() : face.issuerZh();
        Form seal = face.demo() || printedSeal
                ? Seal.of(Typefaces.main(), sealName, face.demo() ? demoSeal.en() : "")
                : null;
        FontSubset letters = new FontSubset(Typefaces.main());
        (layout.repertoire() + face.documentZh() + face.documentEn() + face.issuerZh() + face.issuerEn())
                .codePoints()
                .forEach(letters::number);
        return new Blank(layout, pages, artwork, seal, sealName, letters, EmbeddedFont.of(letters, BEST));
    }
}
