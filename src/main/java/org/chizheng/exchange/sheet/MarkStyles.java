package org.chizheng.exchange.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.apache.poi.util.XMLHelper;
import org.chizheng.exchange.UnreadableFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The styles of a workbook with three more: plain, amber and red (ECMA-376, 18.8).
 *
 * @param first number of the plain one, amber and red follow; -1 where the workbook has no styles
 */
record MarkStyles(byte[] bytes, int first) {
    static final MarkStyles NONE = new MarkStyles(new byte[0], -1);
    private static final String AMBER = "FFFFE699";
    private static final String RED = "FFFFC7CE";

    static MarkStyles added(InputStream in) throws IOException, UnreadableFile {
        try {
            Document styles = XMLHelper.newDocumentBuilder().parse(in);
            Element fills = only(styles, "fills");
            Element formats = only(styles, "cellXfs");
            int fill = children(fills, "fill");
            int first = children(formats, "xf");
            fills.appendChild(fill(fills, AMBER));
            fills.appendChild(fill(fills, RED));
            formats.appendChild(format(formats, 0));
            formats.appendChild(format(formats, fill));
            formats.appendChild(format(formats, fill + 1));
            fills.setAttribute("count", String.valueOf(fill + 2));
            formats.setAttribute("count", String.valueOf(first + 3));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XMLHelper.newTransformer().transform(new DOMSource(styles), new StreamResult(out));
            return new MarkStyles(out.toByteArray(), first);
        } catch (SAXException | TransformerException e) {
            throw new UnreadableFile("damaged", "");
        }
    }

    private static Element only(Document styles, String name) throws UnreadableFile {
        NodeList found = styles.getElementsByTagNameNS("*", name);
        if (found.getLength() == 0) {
            throw new UnreadableFile("damaged", name);
        }
        return (Element) found.item(0);
    }

    private static int children(Element parent, String name) {
        return parent.getElementsByTagNameNS("*", name).getLength();
    }

    private static Element fill(Element fills, String colour) {
        Element fill = child(fills, "fill");
        Element pattern = child(fills, "patternFill");
        pattern.setAttribute("patternType", "solid");
        Element front = child(fills, "fgColor");
        front.setAttribute("rgb", colour);
        pattern.appendChild(front);
        fill.appendChild(pattern);
        return fill;
    }

    private static Element format(Element formats, int fill) {
        Element format = child(formats, "xf");
        for (String name : new String[] {"numFmtId", "fontId", "borderId", "xfId"}) {
            format.setAttribute(name, "0");
        }
        format.setAttribute("fillId", String.valueOf(fill));
        format.setAttribute("applyFill", "1");
        format.setAttribute("applyAlignment", "1");
        Element alignment = child(formats, "alignment");
        alignment.setAttribute("vertical", "top");
        alignment.setAttribute("wrapText", "1");
        format.appendChild(alignment);
        return format;
    }

    /** In the namespace and with the prefix of its parent. */
    private static Element child(Element parent, String name) {
        String prefix = parent.getPrefix() == null ? "" : parent.getPrefix() + ":";
        return parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), prefix + name);
    }
}
