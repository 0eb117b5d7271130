package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;

/** Reads items from CSV: UTF-8, GB18030 or UTF-16, parted by commas, semicolons or tabs. An encoding that had to be guessed is told with the first item. */
public final class CsvReader implements ItemReader {
    @Override
    public List<ExchangedItem> read(Path file) throws UnreadableFile {
        CsvText text = CsvText.read(file);
        Grid grid = CsvTable.grid(text.text(), text.delimiter());
        if (grid.lines().size() > ExcelBook.MOST_ROWS) {
            throw new UnreadableFile("too_many_rows", String.valueOf(ExcelBook.MOST_ROWS));
        }
        List<ExchangedItem> items = new ArrayList<>(ItemTables.read(List.of(grid)));
        if (text.ambiguous() || !text.charset().equals(UTF_8)) {
            ExchangedItem first = items.get(0);
            List<Note> notes = new ArrayList<>(first.notes());
            String code = text.ambiguous() ? "encoding_ambiguous" : "encoding";
            notes.add(Note.changed(code, text.charset().name()));
            items.set(0, first.with(notes));
        }
        return items;
    }
}
