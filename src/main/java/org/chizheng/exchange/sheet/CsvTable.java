package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.rule.Harmless;

/** Records of CSV as the rows of a table. */
final class CsvTable {
    private CsvTable() {}

    static CSVParser parser(String text, char delimiter) throws IOException {
        return CSVParser.parse(
                text,
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .setTrailingData(true)
                        .get());
    }

    /** All rows, or one more than there may be; a row is a record, as a spreadsheet counts them. */
    static Grid grid(String text, char delimiter) throws UnreadableFile {
        return grid(text, delimiter, ExcelBook.MOST_ROWS);
    }

    static Grid grid(String text, char delimiter, int most) throws UnreadableFile {
        List<Grid.Line> lines = new ArrayList<>();
        try {
            collect(text, delimiter, Integer.MAX_VALUE, most, lines);
        } catch (IOException | UncheckedIOException e) {
            int last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number();
            throw new UnreadableFile("damaged", String.valueOf(last + 1));
        }
        return new Grid("", "", lines, List.of());
    }

    /** The first rows, as far as they can be read with this delimiter. */
    static Grid beginning(String text, char delimiter) {
        List<Grid.Line> lines = new ArrayList<>();
        try {
            collect(text, delimiter, Head.LAST_ROW, ExcelBook.MOST_ROWS, lines);
        } catch (IOException | UncheckedIOException e) {
            return new Grid("", "", lines, List.of());
        }
        return new Grid("", "", lines, List.of());
    }

    private static void collect(String text, char delimiter, int lastRow, int most, List<Grid.Line> lines)
            throws IOException {
        try (CSVParser parser = parser(text, delimiter)) {
            for (CSVRecord record : parser) {
                Grid.Line line = line(record);
                if (!line.cells().isEmpty()) {
                    lines.add(line);
                }
                if (record.getRecordNumber() >= lastRow || lines.size() > most) {
                    return;
                }
            }
        }
    }

    private static Grid.Line line(CSVRecord record) {
        SortedMap<Integer, String> cells = new TreeMap<>();
        Map<Integer, Note> faults = new HashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String raw = record.get(i);
            String text = Texts.clean(Harmless.read(raw));
            if (!text.isEmpty()) {
                cells.put(i, text);
            }
            if (Harmless.isFormula(raw)) {
                faults.put(i, Note.refused("formula", Texts.beginning(raw)));
            } else if (text.length() > Texts.LONGEST_CELL) {
                faults.put(i, Note.refused("text_too_long", Texts.beginning(text)));
            }
        }
        return new Grid.Line((int) record.getRecordNumber(), cells, faults, List.of());
    }
}
