package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.chizheng.bank.Figure;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemWriter;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.rule.Column;

/** Writes items as a Chinese .xlsx sheet that can be mended and read again; figures stand in their rows, but for SVG. */
public final class ExcelWriter implements ItemWriter {
    private static final int WINDOW = 100;
    private static final int PICTURE_COLUMN = Column.FIGURE_ALT.ordinal() + 1;

    @Override
    public List<Lost> write(String subject, List<ExchangedItem> items, OutputStream out) throws IOException {
        List<Lost> lost = new ArrayList<>();
        Labels labels = new Labels("zh");
        try (SXSSFWorkbook book = new SXSSFWorkbook(WINDOW)) {
            ExcelSheet sheet = new ExcelSheet(book, labels.of("sheet_items"), labels);
            sheet.choose(Column.TYPE, labels.types());
            sheet.choose(Column.DIFFICULTY, labels.difficulties());
            sheet.choose(Column.LEVEL, labels.levels());
            int row = 1;
            for (ExchangedItem item : items) {
                if (ItemRow.fits(item.draft())) {
                    sheet.add(row, ItemRow.cells(item, labels));
                    place(book, sheet.sheet(), row++, item, lost);
                } else {
                    lost.add(new Lost(item.reference(), Note.refused("no_room", "")));
                }
            }
            book.write(out);
        }
        return lost;
    }

    private static void place(Workbook book, Sheet sheet, int row, ExchangedItem item, List<Lost> lost) {
        Figure figure = item.draft().figure();
        if (figure == null) {
            return;
        }
        boolean png = figure.mediaType().equals("image/png");
        if (!png && !figure.mediaType().equals("image/jpeg")) {
            lost.add(new Lost(item.reference(), Note.lost("figure_svg", "")));
            return;
        }
        int picture = book.addPicture(figure.bytes(), png ? Workbook.PICTURE_TYPE_PNG : Workbook.PICTURE_TYPE_JPEG);
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        ClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, PICTURE_COLUMN, row, PICTURE_COLUMN + 1, row + 1);
        anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_AND_RESIZE);
        drawing.createPicture(anchor, picture);
    }
}
