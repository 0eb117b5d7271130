package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.chizheng.exchange.Marking;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.Harmless;

/** The same records with one more column, as UTF-8 with commas, whatever they came in. */
public final class MarkedCsv implements Marking {
    @Override
    public void mark(Path original, Map<String, Mark> marks, String heading, OutputStream out)
            throws IOException, UnreadableFile {
        CsvText text = CsvText.read(original);
        Grid grid = CsvTable.grid(text.text(), text.delimiter());
        Head head = Head.of(grid).orElseThrow(() -> new UnreadableFile("no_header", ""));
        int place = head.place(Column.RESULT) >= 0 ? head.place(Column.RESULT) : grid.lastColumn() + 1;
        try (CSVParser parser = CsvTable.parser(text.text(), text.delimiter())) {
            CSVPrinter printer = CsvWriter.printer(out);
            for (CSVRecord record : parser) {
                String row = String.valueOf(record.getRecordNumber());
                boolean isHead = record.getRecordNumber() == head.row();
                Mark mark = marks.get(row);
                printer.printRecord(with(record, place, isHead ? heading : mark == null ? "" : mark.text()));
            }
            printer.flush();
        }
    }

    private static List<String> with(CSVRecord record, int place, String value) {
        List<String> cells = new ArrayList<>(record.stream().map(Harmless::keep).collect(Collectors.toList()));
        while (cells.size() <= place) {
            cells.add("");
        }
        cells.set(place, value);
        return cells;
    }
}
