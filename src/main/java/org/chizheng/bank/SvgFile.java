package org.chizheng.bank;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.chizheng.bank.FigureFile.Unfit;

/**
 * An SVG file that can only draw: a short list of elements is let in, everything else is refused. So there is no script, no event handler, no
 * animation, no foreign object, no image, no reference to anything outside the file, and no document type that could declare entities.
 */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "marker",
            "style");
    private static final Pattern VIEW_BOX =
            Pattern.compile("0[\\s,]+0[\\s,]+(\\d{1,4})(?:\\.\\d+)?[\\s,]+(\\d{1,4})(?:\\.\\d+)?");
    private static final Pattern OUTSIDE =
            Pattern.compile("@import|\\\\|url\\((?!\\s*[\"']?#)|(image|image-set|src)\\(");
    private static final int LARGEST_SIDE = 4096;
    private final byte[] bytes;
    private final XMLStreamReader in;
    private int width;
    private int height;
    /** The text of the style sheet that is being read, null outside one. */
    private StringBuilder sheet;

    private SvgFile(byte[] bytes) throws XMLStreamException {
        this.bytes = bytes;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        this.in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
    }

    static Figure check(byte[] bytes) throws Unfit {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new SvgFile(bytes).figure();
        } catch (CharacterCodingException e) {
            throw new Unfit(1, "not UTF-8");
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new Unfit(line, "not well-formed XML");
        }
    }

    private Figure figure() throws XMLStreamException, Unfit {
        String declared = in.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw unfit("encoding " + declared + ", must be UTF-8");
        }
        while (in.hasNext()) {
            read(in.next());
        }
        return new Figure("image/svg+xml", bytes, width, height);
    }

    private void read(int event) throws Unfit {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> element();
            case XMLStreamConstants.END_ELEMENT -> endOfElement();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (sheet != null) {
                    sheet.append(in.getText());
                }
            }
            case XMLStreamConstants.DTD -> throw unfit("DOCTYPE is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw unfit("entities are not allowed");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw unfit("processing instructions are not allowed");
            default -> {}
        }
    }

    private void root() throws Unfit {
        String viewBox = in.getAttributeValue(null, "viewBox");
        Matcher box = VIEW_BOX.matcher(viewBox == null ? "" : viewBox.strip());
        if (!in.getLocalName().equals("svg") || !box.matches()) {
            throw unfit("must be an svg with viewBox=\"0 0 width height\"");
        }
        width = Integer.parseInt(box.group(1));
        height = Integer.parseInt(box.group(2));
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw unfit("viewBox of " + width + " × " + height + ", sides must be 1 to " + LARGEST_SIDE);
        }
    }

    private void element() throws Unfit {
        if (!SVG.equals(in.getNamespaceURI()) || !ELEMENTS.contains(in.getLocalName()) || sheet != null) {
            throw unfit("element " + in.getLocalName() + " is not allowed here");
        }
        if (width == 0) {
            root();
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attribute(in.getAttributeNamespace(i), in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        sheet = in.getLocalName().equals("style") ? new StringBuilder() : null;
    }

    /** A style sheet is judged as a whole, since comments and CDATA could cut a word in two. */
    private void endOfElement() throws Unfit {
        if (sheet != null) {
            css(sheet.toString());
            sheet = null;
        }
    }

    private void attribute(String namespace, String name, String value) throws Unfit {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("on")) {
            throw unfit("event handler " + name + " is not allowed");
        }
        if (lower.equals("href") || lower.equals("src") || lower.equals("base")) {
            throw unfit("reference " + name + " is not allowed");
        }
        if (namespace != null && !namespace.isEmpty() && !namespace.equals(XML)) {
            throw unfit("attribute " + name + " of another namespace is not allowed");
        }
        css(value);
    }

    /** Style sheets and attributes may point within the file only; a backslash could hide such a word. */
    private void css(String text) throws Unfit {
        if (OUTSIDE.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            throw unfit("external reference is not allowed");
        }
    }

    private Unfit unfit(String reason) {
        return new Unfit(Math.max(1, in.getLocation().getLineNumber()), reason);
    }
}
