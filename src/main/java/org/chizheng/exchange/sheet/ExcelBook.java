package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.chizheng.exchange.UnreadableFile;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The tables of an .xlsx file, read as a stream: cells as they are shown, never what a formula says. */
final class ExcelBook {
    /** Rows with anything in them, in one file, where nothing else is said. */
    static final int MOST_ROWS = 20_000;

    static {
        ZipSecureFile.setMaxFileCount(2000);
        ZipSecureFile.setMaxEntrySize(64L << 20);
        // The real sizes have been measured by then; tables of like rows may well be packed a hundredfold.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final List<Grid> grids = new ArrayList<>();
    private final int mostRows;
    private int rows;

    private ExcelBook(int mostRows) {
        this.mostRows = mostRows;
    }

    static List<Grid> read(Path file) throws UnreadableFile {
        return read(file, MOST_ROWS);
    }

    static List<Grid> read(Path file, int mostRows) throws UnreadableFile {
        Envelope.check(file);
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            mustBePlain(pack);
            ExcelBook book = new ExcelBook(mostRows);
            book.read(pack);
            return book.grids;
        } catch (SheetRows.TooMany e) {
            throw new UnreadableFile("too_many_rows", String.valueOf(mostRows));
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // The library meets a damaged or malicious file in many ways; none of them is more than a file that cannot
            // be read.
            throw new UnreadableFile("damaged", "");
        }
    }

    private static void mustBePlain(OPCPackage pack) throws UnreadableFile, OpenXML4JException {
        for (PackagePart part : pack.getParts()) {
            if (part.getContentType().toLowerCase(Locale.ROOT).contains("macroenabled")) {
                throw new UnreadableFile("macros", part.getPartName().getName());
            }
        }
    }

    private void read(OPCPackage pack)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(pack);
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(pack, false);
        StylesTable styles = reader.getStylesTable();
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            try (InputStream in = sheets.next()) {
                SheetRows rowsOf = new SheetRows(strings, styles, mostRows - rows);
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(rowsOf);
                xml.parse(new InputSource(in));
                String part = sheets.getSheetPart().getPartName().getName();
                Grid grid = rowsOf.grid(sheets.getSheetName(), part, AnchoredPictures.of(sheets.getSheetPart()));
                rows += grid.lines().size();
                grids.add(grid);
            }
        }
    }
}
