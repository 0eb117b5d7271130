package org.chizheng.exchange.sheet;

import java.nio.file.Path;
import java.util.List;

import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.UnreadableFile;

/** Reads items from every sheet of an .xlsx file that has an item table. */
public final class ExcelReader implements ItemReader {
    @Override
    public List<ExchangedItem> read(Path file) throws UnreadableFile {
        return ItemTables.read(ExcelBook.read(file));
    }
}
