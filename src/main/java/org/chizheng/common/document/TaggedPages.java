package org.chizheng.common.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.chizheng.common.PrintFonts;

/** Pages of A4 whose every mark belongs to an element of the structure tree or is an artifact, as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) want it. Chinese, unless an element says otherwise. Measures in points from the lower left corner. */
final class TaggedPages {
    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
             xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>""";
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final byte[] PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final COSName PARENTS = COSName.getPDFName("StructParents");
    private final PDDocument document = new PDDocument();
    private final PrintFonts fonts;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement top = new PDStructureElement("Document", root);
    /** Of each page, the elements of its pieces of marked content in their order. */
    private final List<COSArray> marked = new ArrayList<>();

    private PDPageContentStream out;

    TaggedPages(String title) throws IOException {
        fonts = new PrintFonts(document, "□");
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("zh-CN");
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(
                        document,
                        new ByteArrayInputStream(
                                XMP.formatted(title.replace("&", "&amp;").replace("<", "&lt;"))
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        PDMarkInfo tagged = new PDMarkInfo();
        tagged.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(tagged);
        PDViewerPreferences shown = new PDViewerPreferences(new COSDictionary());
        shown.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(shown);
        PDOutputIntent colours = new PDOutputIntent(document, new ByteArrayInputStream(PROFILE));
        colours.setInfo(SRGB);
        colours.setOutputCondition(SRGB);
        colours.setOutputConditionIdentifier(SRGB);
        document.getDocumentCatalog().addOutputIntent(colours);
        root.appendKid(top);
    }

    interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    PDStructureElement add(String kind) {
        return add(kind, top);
    }

    PDStructureElement add(String kind, PDStructureElement parent) {
        PDStructureElement element = new PDStructureElement(kind, parent);
        parent.appendKid(element);
        return element;
    }

    void turn() throws IOException {
        if (out != null) {
            out.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        page.getCOSObject().setInt(PARENTS, marked.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.addPage(page);
        marked.add(new COSArray());
        out = new PDPageContentStream(document, page);
    }

    int count() {
        return marked.size();
    }

    /** What an element shows on the page under way. */
    void draw(PDStructureElement element, Drawing drawing) throws IOException {
        COSArray here = marked.get(count() - 1);
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(document.getPage(count() - 1));
        reference.setMCID(here.size());
        element.appendKid(reference);
        out.beginMarkedContent(COSName.getPDFName(element.getStructureType()), here.size());
        here.add(element.getCOSObject());
        drawing.on(out);
        out.endMarkedContent();
    }

    /** What is there to be seen only: lines, grounds, numbers of pages. */
    void artifact(Drawing drawing) throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
        drawing.on(out);
        out.endMarkedContent();
    }

    void text(PDPageContentStream page, String text, float x, float base, float size) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, base);
        for (PrintFonts.Run run : fonts.runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    double width(String text, float size) {
        return fonts.width(text, size);
    }

    /** Below each page the same words, and its number of all. */
    byte[] finish(String words, float x, float base, float size) throws IOException {
        out.close();
        for (int i = 0; i < count(); i++) {
            String foot = words + "    " + (i + 1) + " / " + count();
            out = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
            artifact(page -> text(page, foot, x, base, size));
            out.close();
        }
        COSArray numbers = new COSArray();
        for (int i = 0; i < count(); i++) {
            numbers.add(org.apache.pdfbox.cos.COSInteger.get(i));
            numbers.add(marked.get(i));
        }
        COSDictionary parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.getPDFName("ParentTree"), parents);
        root.setParentTreeNextKey(count());
        document.getDocumentCatalog().setStructureTreeRoot(root);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    void close() throws IOException {
        document.close();
    }
}
