package org.chizheng.exchange;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that others wrote. A document type is refused as such, so that nothing can be declared or fetched; so is an inclusion. Schema locations are not followed.
 * How deep, how many and how long is bounded by {@link ReadLimits}.
 */
public final class XmlFile {
    private static final String INCLUSION = "http://www.w3.org/2001/XInclude";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII");
    private final XMLStreamReader in;
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private XmlElement root;
    private int elements;

    private XmlFile(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        this.in = factory.createXMLStreamReader(new StringReader(text));
    }

    /**
     * @return the root element
     * @throws UnreadableFile NOT_XML, or DOCTYPE, ENTITY, INCLUSION, ENCODING, TOO_DEEP, TOO_MANY_ELEMENTS, TOO_MANY_ATTRIBUTES, TOO_LONG, each with the line
     */
    public static XmlElement parse(String text) throws UnreadableFile {
        try {
            return new XmlFile(text).document();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new UnreadableFile("NOT_XML", "L" + line);
        }
    }

    private XmlElement document() throws XMLStreamException, UnreadableFile {
        String declared = in.getCharacterEncodingScheme();
        if (declared != null && !ENCODINGS.contains(declared.toUpperCase(Locale.ROOT))) {
            throw refused("ENCODING", declared);
        }
        while (in.hasNext()) {
            read(in.next());
        }
        return root;
    }

    private void read(int event) throws UnreadableFile {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin();
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
            case XMLStreamConstants.DTD -> throw refused("DOCTYPE", "");
            case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("ENTITY", in.getLocalName());
            default -> {}
        }
    }

    private void begin() throws UnreadableFile {
        String namespace = in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
        if (namespace.equals(INCLUSION)) {
            throw refused("INCLUSION", "");
        }
        if (++elements > ReadLimits.MOST_ELEMENTS) {
            throw refused("TOO_MANY_ELEMENTS", "> " + ReadLimits.MOST_ELEMENTS);
        }
        if (open.size() >= ReadLimits.DEEPEST) {
            throw refused("TOO_DEEP", "> " + ReadLimits.DEEPEST);
        }
        XmlElement element = new XmlElement(
                namespace,
                in.getLocalName(),
                attributes(),
                new ArrayList<>(),
                in.getLocation().getLineNumber());
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().content().add(element);
        }
        open.push(element);
    }

    private Map<String, String> attributes() throws UnreadableFile {
        if (in.getAttributeCount() > ReadLimits.MOST_ATTRIBUTES) {
            throw refused("TOO_MANY_ATTRIBUTES", "> " + ReadLimits.MOST_ATTRIBUTES);
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
            } else if (namespace.equals(XML)) {
                attributes.put("xml:" + in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private void text() throws UnreadableFile {
        if (in.getTextLength() > ReadLimits.LARGEST_ENTRY) {
            throw refused("TOO_LONG", "> " + ReadLimits.LARGEST_ENTRY);
        }
        if (!open.isEmpty()) {
            open.peek().content().add(in.getText());
        }
    }

    private UnreadableFile refused(String code, String detail) {
        String line = "L" + Math.max(1, in.getLocation().getLineNumber());
        return new UnreadableFile(code, detail.isEmpty() ? line : line + ": " + detail);
    }
}
