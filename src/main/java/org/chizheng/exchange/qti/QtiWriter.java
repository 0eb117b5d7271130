package org.chizheng.exchange.qti;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemWriter;
import org.chizheng.exchange.Markup;

/** Writes a package of QTI 3.0: one file per item, figures beside them, what else we know of an item in the manifest. Nothing of an item of ours is lost. */
public final class QtiWriter implements ItemWriter {
    /** Identifier of the feedback that explains. */
    static final String EXPLANATION = "explanation";

    private static final String MANIFEST_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd http://ltsc.ieee.org/xsd/LOM https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd"
              identifier="chizheng-bank">
              <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
              <organizations/>
              <resources>
            """;

    @Override
    public List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StringBuilder manifest = new StringBuilder(MANIFEST_HEAD);
        files.put("imsmanifest.xml", null);
        Set<String> names = new HashSet<>();
        for (ExchangedItem item : items) {
            String name = name(item.reference(), names);
            Figure figure = item.draft().figure();
            String picture = figure == null ? "" : "images/" + figure.digest() + "." + ending(figure);
            if (figure != null && files.put(picture, figure.bytes()) == null) {
                manifest.append("    <resource identifier=\"image-").append(figure.digest());
                manifest.append("\" type=\"webcontent\" href=\"")
                        .append(picture)
                        .append("\"><file href=\"");
                manifest.append(picture).append("\"/></resource>\n");
            }
            String file = "items/" + name + ".xml";
            files.put(file, new QtiItemXml(item, name, picture).toString().getBytes(UTF_8));
            manifest.append("    <resource identifier=\"")
                    .append(name)
                    .append("\" type=\"imsqti_item_xmlv3p0\" href=\"");
            manifest.append(file)
                    .append("\">\n      <metadata>")
                    .append(metadata(subject, item))
                    .append("</metadata>\n");
            manifest.append("      <file href=\"").append(file).append("\"/>\n");
            if (figure != null) {
                manifest.append("      <dependency identifierref=\"image-")
                        .append(figure.digest())
                        .append("\"/>\n");
            }
            manifest.append("    </resource>\n");
        }
        files.put(
                "imsmanifest.xml",
                manifest.append("  </resources>\n</manifest>\n").toString().getBytes(UTF_8));
        zip(files, out);
        return List.of();
    }

    private static void zip(Map<String, byte[]> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            zip.putNextEntry(new ZipEntry(file.getKey()));
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /** The code where it can be an identifier and a file's name on every system, and is taken once; else one of our own. */
    private static String name(String reference, Set<String> names) {
        String lower = reference.toLowerCase(java.util.Locale.ROOT);
        if (reference.matches("[A-Za-z_][A-Za-z0-9_-]{0,63}") && !lower.startsWith("item-") && names.add(lower)) {
            return reference;
        }
        String name = "item-" + (names.size() + 1);
        names.add(name);
        return name;
    }

    private static String ending(Figure figure) {
        return figure.mediaType().replaceAll(".*/|\\+.*", "");
    }

    private static String metadata(String subject, ExchangedItem item) {
        ItemDraft draft = item.draft();
        StringBuilder lom = new StringBuilder("<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\">");
        if (!item.reference().isEmpty()) {
            lom.append("<general><identifier><catalog>").append(QtiMetadata.OWN).append("</catalog><entry>");
            lom.append(Markup.escape(item.reference())).append("</entry></identifier></general>");
        }
        lom.append("<educational><difficulty><source>LOMv1.0</source><value>");
        lom.append(QtiMetadata.DIFFICULTIES.getOrDefault(draft.difficulty(), "medium"));
        lom.append("</value></difficulty></educational>");
        if (!draft.source().isEmpty()) {
            lom.append(
                    "<relation><kind><source>LOMv1.0</source><value>isbasedon</value></kind><resource><description>");
            lom.append(string(draft.source())).append("</description></resource></relation>");
        }
        if (!draft.chapter().isEmpty()) {
            lom.append(
                    "<classification><purpose><source>LOMv1.0</source><value>discipline</value></purpose><taxonPath>");
            lom.append("<source>")
                    .append(string(QtiMetadata.OWN + ":" + subject))
                    .append("</source><taxon><id>");
            lom.append(Markup.escape(draft.chapter())).append("</id></taxon></taxonPath></classification>");
        }
        return lom.append("</lom>").toString();
    }

    private static String string(String text) {
        return "<string language=\"zh-CN\">" + Markup.escape(text) + "</string>";
    }
}
