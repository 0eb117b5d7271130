package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.chizheng.exchange.Marking;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.rule.Harmless;

/** Adds columns to a table in its own file. */
final class TableAnswers {
    private TableAnswers() {}

    /** The same workbook, part for part; the cells are texts, whatever they say. */
    static void excel(
            Path file,
            PlainTable.Place place,
            List<String> headings,
            Map<Integer, PlainTable.Beside> besides,
            OutputStream out)
            throws IOException, UnreadableFile {
        int free = place.free(headings.get(0));
        List<MarkedWorkbook.SheetMarks> columns = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Map<Integer, Marking.Mark> marks = new HashMap<>();
            for (Map.Entry<Integer, PlainTable.Beside> row : besides.entrySet()) {
                marks.put(
                        row.getKey(),
                        new Marking.Mark(
                                row.getValue().worst(), row.getValue().cells().get(i)));
            }
            columns.add(new MarkedWorkbook.SheetMarks(place.head().number(), free + i, headings.get(i), marks));
        }
        MarkedWorkbook.write(file, Map.of(place.grid().part(), columns), out);
    }

    /** The same records as UTF-8 with commas, whatever they came in; what a spreadsheet would take for a formula is disarmed. */
    static void csv(
            PlainTable.Place place, List<String> headings, Map<Integer, PlainTable.Beside> besides, OutputStream out)
            throws IOException {
        int free = place.free(headings.get(0));
        try (CSVParser parser = CsvTable.parser(place.text(), place.delimiter())) {
            CSVPrinter printer = CsvWriter.printer(out);
            for (CSVRecord record : parser) {
                int row = (int) record.getRecordNumber();
                PlainTable.Beside beside = besides.get(row);
                List<String> added =
                        row == place.head().number() ? headings : beside == null ? List.of() : beside.cells();
                printer.printRecord(with(record, free, added));
            }
            printer.flush();
        }
    }

    private static List<String> with(CSVRecord record, int free, List<String> added) {
        List<String> cells = new ArrayList<>(record.stream().map(Harmless::keep).toList());
        while (cells.size() < free + added.size() && !added.isEmpty()) {
            cells.add("");
        }
        for (int i = 0; i < added.size(); i++) {
            cells.set(free + i, Harmless.write(added.get(i)));
        }
        return cells;
    }
}
