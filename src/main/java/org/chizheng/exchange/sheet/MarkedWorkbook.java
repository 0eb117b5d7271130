package org.chizheng.exchange.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

import org.chizheng.exchange.Marking;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.rule.Column;

/**
 * The same workbook, part for part; only the sheets with items and the styles are rewritten, as streams. So nothing of it is lost that a library does not know, and a
 * large one needs no more memory than a small one.
 */
public final class MarkedWorkbook implements Marking {
    private static final String STYLES = "xl/styles.xml";

    @Override
    public void mark(Path original, Map<String, Mark> marks, String heading, OutputStream out)
            throws IOException, UnreadableFile {
        Map<String, List<SheetMarks>> sheets = new HashMap<>();
        sheets(original, marks, heading).forEach((part, sheet) -> sheets.put(part, List.of(sheet)));
        write(original, sheets, out);
    }

    /** @param sheets the columns that each part gets, from left to right */
    static void write(Path original, Map<String, List<SheetMarks>> sheets, OutputStream out)
            throws IOException, UnreadableFile {
        try (ZipFile zip = new ZipFile(original.toFile());
                ZipOutputStream target = new ZipOutputStream(out)) {
            MarkStyles styles = styles(zip);
            for (ZipEntry entry : Collections.list(zip.entries())) {
                target.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream in = zip.getInputStream(entry)) {
                    List<SheetMarks> columns = sheets.get("/" + entry.getName());
                    if (columns != null) {
                        copy(in, columns, styles.first(), target);
                    } else if (entry.getName().equals(STYLES)) {
                        target.write(styles.bytes());
                    } else {
                        in.transferTo(target);
                    }
                }
                target.closeEntry();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableFile("damaged", "");
        }
    }

    /** One column after the other; what comes between them is held in memory. */
    private static void copy(InputStream in, List<SheetMarks> columns, int firstStyle, OutputStream out)
            throws XMLStreamException {
        InputStream from = in;
        for (SheetMarks column : columns.subList(0, columns.size() - 1)) {
            ByteArrayOutputStream between = new ByteArrayOutputStream();
            new SheetMarking(column, firstStyle).copy(from, between);
            from = new ByteArrayInputStream(between.toByteArray());
        }
        new SheetMarking(columns.get(columns.size() - 1), firstStyle).copy(from, out);
    }

    private static MarkStyles styles(ZipFile zip) throws IOException, UnreadableFile {
        ZipEntry entry = zip.getEntry(STYLES);
        if (entry == null) {
            return MarkStyles.NONE;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return MarkStyles.added(in);
        }
    }

    /**
     * @param column of the marks, from 0
     * @param marks by number of the row
     */
    record SheetMarks(int headRow, int column, String heading, Map<Integer, Mark> marks) {}

    private static Map<String, SheetMarks> sheets(Path original, Map<String, Mark> marks, String heading)
            throws UnreadableFile {
        Map<String, SheetMarks> sheets = new HashMap<>();
        for (Grid grid : ExcelBook.read(original)) {
            Optional<Head> head = Head.of(grid);
            if (head.isPresent()) {
                Map<Integer, Mark> rows = new HashMap<>();
                grid.lines().forEach(line -> {
                    Mark mark = marks.get(grid.place(line));
                    if (mark != null) {
                        rows.put(line.number(), mark);
                    }
                });
                int known = head.get().place(Column.RESULT);
                int column = known >= 0 ? known : grid.lastColumn() + 1;
                sheets.put(grid.part(), new SheetMarks(head.get().row(), column, heading, rows));
            }
        }
        return sheets;
    }
}
