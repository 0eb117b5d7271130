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
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemWriter;

/** Writes a package of QTI 3.0: one file per item, figures beside them, what else we know of an item in the manifest. Nothing of an item of ours is lost. */
public final class QtiWriter implements ItemWriter {
    /** Identifier of the feedback that explains. */
    static final String EXPLANATION = "explanation";

    private static final String MANIFEST = "chizheng-bank";
    private static final String IMAGE = "image-";
    private static final String UNNAMED = "item-";
    private static final String MANIFEST_HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              xsi:schemaLocation="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1 https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd http://ltsc.ieee.org/xsd/LOM https://purl.imsglobal.org/spec/md/v1p3/schema/xsd/imsmd_loose_v1p3p2.xsd"
              identifier="%s">
              <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
              <organizations/>
              <resources>
            """;

    @Override
    public List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        StringBuilder manifest = new StringBuilder(MANIFEST_HEAD.formatted(MANIFEST));
        files.put("imsmanifest.xml", null);
        Set<String> names = new HashSet<>();
        for (ExchangedItem item : items) {
            String name = name(item.reference(), names);
            Figure figure = item.draft().figure();
            String picture = figure == null ? "" : "images/" + figure.digest() + "." + ending(figure);
            if (figure != null && files.put(picture, figure.bytes()) == null) {
                manifest.append("    <resource identifier=\"" + IMAGE).append(figure.digest());
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
                    .append(QtiMetadata.written(subject, item))
                    .append("</metadata>\n");
            manifest.append("      <file href=\"").append(file).append("\"/>\n");
            if (figure != null) {
                manifest.append("      <dependency identifierref=\"" + IMAGE)
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

    /**
     * The code where it can be an identifier and a file's name on every system, and is taken once in the manifest (its identifiers are of type ID); else one of our own.
     */
    private static String name(String reference, Set<String> names) {
        String lower = reference.toLowerCase(java.util.Locale.ROOT);
        boolean taken = lower.startsWith(UNNAMED) || lower.startsWith(IMAGE) || lower.equals(MANIFEST);
        if (reference.matches("[A-Za-z_][A-Za-z0-9_-]{0,63}") && !taken && names.add(lower)) {
            return reference;
        }
        String name = UNNAMED + (names.size() + 1);
        names.add(name);
        return name;
    }

    private static String ending(Figure figure) {
        return figure.mediaType().replaceAll(".*/|\\+.*", "");
    }
}
