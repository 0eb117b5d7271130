package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.bank.SubjectView;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Marking;
import org.chizheng.exchange.Marking.Mark;
import org.chizheng.exchange.Note;
import org.junit.jupiter.api.Test;

/** The file comes back as it was, with one column more. */
class MarkedTest {
    private static final Map<String, Mark> MARKS = Map.of(
            "题!2", new Mark(Note.Kind.REFUSED, "没有答案\n<&>"),
            "题!3", new Mark(Note.Kind.CHANGED, "改了"),
            "题!4", new Mark(null, "可导入"));

    private static Path mark(Marking marking, Path file, Map<String, Mark> marks, String ending) throws Exception {
        Path marked = Files.createTempFile(Path.of("target"), "marked", ending);
        try (OutputStream out = Files.newOutputStream(marked)) {
            marking.mark(file, marks, "导入结果", out);
        }
        return marked;
    }

    private static Path book() throws Exception {
        return Books.with(
                sheet -> {
                    sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
                    sheet.setColumnWidth(1, 9000);
                    DataValidationConstraint list =
                            sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"对", "错"});
                    sheet.addValidationData(sheet.getDataValidationHelper()
                            .createValidation(list, new CellRangeAddressList(1, 9, 2, 2)));
                    int picture = sheet.getWorkbook().addPicture(MessySheetsTest.png(), Workbook.PICTURE_TYPE_PNG);
                    ClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 3, 3, 4, 4);
                    sheet.createDrawingPatriarch().createPicture(anchor, picture);
                    sheet.getWorkbook()
                            .createSheet("别的")
                            .createRow(0)
                            .createCell(0)
                            .setCellValue("留着");
                },
                "章节|题干|答案|备注",
                "一|问一||看",
                "|问二|对|",
                "|问三|错|");
    }

    @Test
    void eachRowSaysWhatBecameOfItInItsColour() throws Exception {
        try (XSSFWorkbook book =
                new XSSFWorkbook(Files.newInputStream(mark(new MarkedWorkbook(), book(), MARKS, ".xlsx")))) {
            XSSFSheet sheet = book.getSheet("题");
            assertThat(text(sheet, 0)).isEqualTo("导入结果");
            assertThat(text(sheet, 1)).isEqualTo("没有答案\n<&>");
            assertThat(text(sheet, 2)).isEqualTo("改了");
            assertThat(text(sheet, 3)).isEqualTo("可导入");
            assertThat(colour(sheet, 1)).isEqualTo("FFFFC7CE");
            assertThat(colour(sheet, 2)).isEqualTo("FFFFE699");
            assertThat(colour(sheet, 3)).isNull();
        }
    }

    @Test
    void nothingElseOfTheWorkbookIsLost() throws Exception {
        try (XSSFWorkbook book =
                new XSSFWorkbook(Files.newInputStream(mark(new MarkedWorkbook(), book(), MARKS, ".xlsx")))) {
            XSSFSheet sheet = book.getSheet("题");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("问一");
            assertThat(sheet.getMergedRegions()).hasSize(1);
            assertThat(sheet.getDataValidations()).hasSize(1);
            assertThat(sheet.getDrawingPatriarch().getShapes()).hasSize(1);
            assertThat(sheet.getColumnWidth(1)).isEqualTo(9000);
            assertThat(book.getSheet("别的").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("留着");
        }
    }

    @Test
    void aMendedFileComesInAgainAndItsColumnIsWrittenOver() throws Exception {
        Path marked = mark(new MarkedWorkbook(), book(), MARKS, ".xlsx");
        List<ExchangedItem> again = new ExcelReader().read(marked);
        assertThat(again).hasSize(3);
        assertThat(again).extracting(ExchangedItem::place).containsExactly("题!2", "题!3", "题!4");
        Path twice = mark(new MarkedWorkbook(), marked, Map.of("题!3", new Mark(Note.Kind.LOST, "丢了")), ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(twice))) {
            XSSFSheet sheet = book.getSheet("题");
            assertThat(sheet.getRow(1).getCell(4)).isNull();
            assertThat(text(sheet, 2)).isEqualTo("丢了");
            assertThat(sheet.getRow(0).getLastCellNum()).isEqualTo((short) 5);
        }
    }

    @Test
    void csvComesBackWithTheColumnAndHarmless() throws Exception {
        Path file = Books.bytes(".csv", "题干;答案\n=1+1;对\n\n问二;错\n".getBytes(UTF_8));
        Path marked = mark(
                new MarkedCsv(),
                file,
                Map.of("2", new Mark(Note.Kind.REFUSED, "公式"), "4", new Mark(null, "好")),
                ".csv");
        assertThat(Files.readString(marked)).isEqualTo("\ufeff题干,答案,导入结果\r\n'=1+1,对,公式\r\n\"\",,\r\n问二,错,好\r\n");
    }

    @Test
    void theTemplateIsReadByItsOwnReaderAndHasItsLists() throws Exception {
        SubjectView subject = new SubjectView(
                "s", "q", "科目", "Subject", "", 0, 0, List.of(new SubjectView.Chapter("01", "法律", "Law", 0)));
        for (String lang : List.of("zh", "en")) {
            Path file = Files.createTempFile(Path.of("target"), "template", ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                new ExcelTemplate(subject, lang).write(out);
            }
            List<ExchangedItem> examples = new ExcelReader().read(file);
            assertThat(examples)
                    .extracting(item -> item.draft().type())
                    .containsExactly("TRUE_FALSE", "SINGLE", "MULTIPLE");
            assertThat(examples).allMatch(item -> item.notes().isEmpty());
            try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
                assertThat(book.getSheetAt(0).getDataValidations()).hasSize(4);
                assertThat(book.getNumberOfSheets()).isEqualTo(3);
            }
        }
    }

    private static String text(XSSFSheet sheet, int row) {
        return sheet.getRow(row).getCell(4).getStringCellValue();
    }

    private static String colour(XSSFSheet sheet, int row) {
        Row cells = sheet.getRow(row);
        Cell cell = cells.getCell(4);
        var colour = ((XSSFCellStyle) cell.getCellStyle()).getFillForegroundXSSFColor();
        return colour == null ? null : colour.getARGBHex();
    }
}
