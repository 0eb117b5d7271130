package org.chizheng.exchange.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.chizheng.exchange.Note;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads one sheet's part (ECMA-376, 18.3.1). A cell with a formula, an error or a date is kept with its fault: what it says is not what its author wrote. */
final class SheetRows extends DefaultHandler {
    private static final int MOST_COLUMNS = 256;
    private static final int MOST_MERGED = 100_000;
    private final ReadOnlySharedStringsTable strings;
    private final StylesTable styles;
    private final int most;
    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final List<Grid.Line> lines = new ArrayList<>();
    private final List<Grid.Merged> merged = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private SortedMap<Integer, String> cells = new TreeMap<>();
    private Map<Integer, Note> faults = new HashMap<>();
    private int row;
    private int column = -1;
    private String type;
    private String style;
    private boolean listening;
    private boolean formula;
    private boolean phonetic;
    private final StringBuilder formulaText = new StringBuilder();

    /** More rows than are read. */
    static final class TooMany extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    SheetRows(ReadOnlySharedStringsTable strings, StylesTable styles, int most) {
        this.strings = strings;
        this.styles = styles;
        this.most = most;
    }

    Grid grid(String name, String part, Map<Integer, List<byte[]>> pictures) {
        List<Grid.Line> illustrated = lines.stream()
                .map(line -> new Grid.Line(
                        line.number(), line.cells(), line.faults(), pictures.getOrDefault(line.number(), List.of())))
                .toList();
        return new Grid(name, part, illustrated, merged);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> row = number(attributes.getValue("r"), row + 1);
            case "c" -> cell(attributes);
            case "v", "t" -> listening = !phonetic;
            case "f" -> formula = true;
            case "rPh" -> phonetic = true;
            case "mergeCell" -> merged(attributes.getValue("ref"));
            default -> {}
        }
    }

    private void cell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : new CellReference(reference).getCol();
        type = attributes.getValue("t");
        style = attributes.getValue("s");
        value.setLength(0);
        formulaText.setLength(0);
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private void merged(String reference) {
        CellRangeAddress range = CellRangeAddress.valueOf(reference);
        if (range.getFirstColumn() == range.getLastColumn() && merged.size() < MOST_MERGED) {
            merged.add(new Grid.Merged(range.getFirstColumn(), range.getFirstRow() + 1, range.getLastRow() + 1));
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (listening && value.length() <= Texts.LONGEST_CELL) {
            value.append(text, start, length);
        } else if (formula && formulaText.length() < Texts.LONGEST) {
            formulaText.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "v", "t" -> listening = false;
            case "rPh" -> phonetic = false;
            case "c" -> endCell();
            case "row" -> endRow();
            default -> {}
        }
    }

    private void endCell() {
        String text = value.length() == 0 ? "" : Texts.clean(shown());
        if (column < MOST_COLUMNS && (!text.isEmpty() || formula)) {
            cells.put(column, text.isEmpty() ? "=" : text);
            fault(text);
        }
        formula = false;
    }

    private String shown() {
        String raw = value.toString();
        return switch (type == null ? "n" : type) {
            case "s" -> bounded(strings.getItemAt(Integer.parseInt(raw.strip())).getString());
            case "inlineStr", "str" -> new XSSFRichTextString(raw).getString();
            case "b" -> raw.strip().equals("1") ? "TRUE" : "FALSE";
            case "n" -> number(raw);
            default -> raw;
        };
    }

    /** One text of the table may be named by many cells: what is too long is cut before anything is done with it. */
    private static String bounded(String text) {
        return text.length() > Texts.LONGEST_CELL ? text.substring(0, Texts.LONGEST_CELL + 1) : text;
    }

    private String number(String raw) {
        XSSFCellStyle format = format();
        double number = Double.parseDouble(raw.strip());
        return format == null
                ? formatter.formatRawCellContents(number, 0, "General")
                : formatter.formatRawCellContents(number, format.getDataFormat(), format.getDataFormatString());
    }

    private XSSFCellStyle format() {
        return style == null ? null : styles.getStyleAt(Integer.parseInt(style));
    }

    private void fault(String text) {
        String at = CellReference.convertNumToColString(column) + row;
        boolean number = type == null || type.equals("n");
        XSSFCellStyle format = number && !text.isEmpty() ? format() : null;
        if (formula) {
            boolean picture = formulaText.indexOf("DISPIMG(") >= 0;
            cells.computeIfPresent(column, (place, old) -> picture ? null : old);
            faults.put(column, picture ? Note.lost("figure_in_cell", at) : Note.refused("formula", at));
        } else if ("e".equals(type)) {
            faults.put(column, Note.refused("error_cell", at + " " + text));
        } else if (format != null && DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString())) {
            faults.put(column, Note.refused("date_cell", at + " " + text));
        } else if (text.length() > Texts.LONGEST_CELL) {
            faults.put(column, Note.refused("text_too_long", at));
        }
    }

    private void endRow() throws SAXException {
        if (!cells.isEmpty() || !faults.isEmpty()) {
            if (lines.size() >= most) {
                throw new TooMany();
            }
            lines.add(new Grid.Line(row, cells, faults, List.of()));
            cells = new TreeMap<>();
            faults = new HashMap<>();
        }
        column = -1;
    }
}
