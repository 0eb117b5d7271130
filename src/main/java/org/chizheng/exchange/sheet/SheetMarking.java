package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

import org.apache.poi.ss.util.CellReference;
import org.chizheng.exchange.Marking.Mark;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.sheet.MarkedWorkbook.SheetMarks;

/** Copies a sheet's part and puts one cell into each marked row, in its place among the others; what stood in that column goes. */
final class SheetMarking {
    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();
    private final SheetMarks sheet;
    private final int firstStyle;
    private XMLEventReader in;
    private XMLEventWriter out;
    private int row;
    private boolean written;
    private boolean widthKnown;

    /** @param firstStyle number of the plain style; -1 for no style at all */
    SheetMarking(SheetMarks sheet, int firstStyle) {
        this.sheet = sheet;
        this.firstStyle = firstStyle;
    }

    void copy(InputStream source, OutputStream target) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        in = factory.createXMLEventReader(source);
        out = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(target, UTF_8.name());
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            if (event.isStartElement()) {
                start(event.asStartElement());
            } else {
                if (event.isEndElement() && name(event.asEndElement().getName(), "row")) {
                    cell(event.asEndElement().getName());
                }
                out.add(event);
            }
        }
        out.flush();
    }

    private static boolean name(QName name, String local) {
        return name.getLocalPart().equals(local);
    }

    private void start(StartElement element) throws XMLStreamException {
        QName name = element.getName();
        if (name(name, "cols")) {
            widthKnown = true;
        } else if (name(name, "sheetData") && !widthKnown) {
            width(name);
        } else if (name(name, "row")) {
            String number = attribute(element, "r");
            row = number == null ? row + 1 : Integer.parseInt(number);
            written = false;
            out.add(withoutSpans(element));
            return;
        } else if (name(name, "c")) {
            int column = attribute(element, "r") == null ? -1 : new CellReference(attribute(element, "r")).getCol();
            if (column >= sheet.column()) {
                cell(name);
            }
            if (column == sheet.column()) {
                skip();
                return;
            }
        }
        out.add(element);
    }

    /** The range of a row's cells may be told beforehand; it need not be, and would be wrong now. */
    private StartElement withoutSpans(StartElement element) {
        List<Attribute> kept = new ArrayList<>();
        Iterator<Attribute> all = element.getAttributes();
        all.forEachRemaining(attribute -> {
            if (!name(attribute.getName(), "spans")) {
                kept.add(attribute);
            }
        });
        return events.createStartElement(element.getName(), kept.iterator(), element.getNamespaces());
    }

    private static String attribute(StartElement element, String name) {
        Attribute found = element.getAttributeByName(new QName(name));
        return found == null ? null : found.getValue();
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            XMLEvent event = in.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }

    private void width(QName sibling) throws XMLStreamException {
        String column = String.valueOf(sheet.column() + 1);
        open(sibling, "cols");
        open(sibling, "col", "min", column, "max", column, "width", "48", "customWidth", "1");
        close(sibling, "col");
        close(sibling, "cols");
    }

    private void cell(QName sibling) throws XMLStreamException {
        Mark mark = sheet.marks().get(row);
        String text = row == sheet.headRow() ? sheet.heading() : mark == null ? "" : mark.text();
        if (written || text.isEmpty()) {
            return;
        }
        written = true;
        String at = CellReference.convertNumToColString(sheet.column()) + row;
        if (firstStyle < 0) {
            open(sibling, "c", "r", at, "t", "inlineStr");
        } else {
            open(sibling, "c", "r", at, "s", String.valueOf(firstStyle + shade(mark)), "t", "inlineStr");
        }
        open(sibling, "is");
        open(sibling, "t");
        out.add(events.createCharacters(text));
        close(sibling, "t");
        close(sibling, "is");
        close(sibling, "c");
    }

    /** Plain 0, amber 1, red 2. */
    private static int shade(Mark mark) {
        return mark == null || mark.worst() == null ? 0 : mark.worst() == Note.Kind.REFUSED ? 2 : 1;
    }

    private void open(QName sibling, String name, String... attributes) throws XMLStreamException {
        out.add(events.createStartElement(sibling.getPrefix(), sibling.getNamespaceURI(), name));
        for (int i = 0; i < attributes.length; i += 2) {
            out.add(events.createAttribute(attributes[i], attributes[i + 1]));
        }
    }

    private void close(QName sibling, String name) throws XMLStreamException {
        out.add(events.createEndElement(sibling.getPrefix(), sibling.getNamespaceURI(), name));
    }
}
