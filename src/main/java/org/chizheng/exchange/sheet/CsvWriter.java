package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemWriter;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.Harmless;

/** Writes items as CSV (RFC 4180) with the columns of the Excel table; UTF-8 with a byte order mark, without which Excel shows no Chinese. */
public final class CsvWriter implements ItemWriter {
    @Override
    public List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException {
        List<Lost> lost = new ArrayList<>();
        Labels labels = new Labels("zh");
        CSVPrinter printer = printer(out);
        printer.printRecord(ExcelSheet.columns().stream().map(labels::column).toList());
        for (ExchangedItem item : items) {
            if (!ItemRow.fits(item.draft())) {
                lost.add(new Lost(item.reference(), Note.refused("no_room", "")));
                continue;
            }
            Map<Column, String> cells = ItemRow.cells(item, labels);
            printer.printRecord(ExcelSheet.columns().stream()
                    .map(column -> Harmless.write(cells.getOrDefault(column, "")))
                    .toList());
            if (item.draft().figure() != null) {
                lost.add(new Lost(item.reference(), Note.lost("figure_csv", "")));
            }
        }
        printer.flush();
        return lost;
    }

    /** Any table, the head first; what looks like a formula is made harmless. */
    public static void table(List<List<String>> rows, OutputStream out) throws IOException {
        CSVPrinter printer = printer(out);
        for (List<String> row : rows) {
            printer.printRecord(row.stream().map(Harmless::write).toList());
        }
        printer.flush();
    }

    static CSVPrinter printer(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, UTF_8);
        writer.write('\ufeff');
        return new CSVPrinter(writer, CSVFormat.DEFAULT);
    }
}
