package org.chizheng.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.chizheng.bank.Revision.Option;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as they go round among training centres: they go in, and what was guessed is told. */
class MessySheetsTest {
    private static final String HEAD = "序号|题型|题目|选项A|选项B|选项C|选项D|正确答案";

    private static List<ExchangedItem> read(String... rows) throws Exception {
        return new ExcelReader().read(Books.of(rows));
    }

    private static List<String> right(ExchangedItem item) {
        return item.draft().options().stream()
                .filter(Option::right)
                .map(Option::text)
                .toList();
    }

    private static List<String> codes(ExchangedItem item) {
        return item.notes().stream()
                .map(Note::code)
                .filter(code -> !code.equals("difficulty_assumed"))
                .toList();
    }

    @Test
    void theHeadMayStandBelowTitlesAndItemsBelowBlankRows() throws Exception {
        List<ExchangedItem> items =
                read("2018年焊工题库", null, "制表：安全科", HEAD, null, "1|单选|题干一|甲|乙|丙|丁|B", null, "2|判断|题干二|||||√");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).place()).isEqualTo("题!6");
        assertThat(items.get(0).reference()).isEqualTo("1");
        assertThat(right(items.get(0))).containsExactly("乙");
        assertThat(codes(items.get(0))).isEmpty();
        assertThat(items.get(1).draft().options()).containsExactly(new Option("正确", true), new Option("错误", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.甲⏎B.乙⏎C.丙", "A.甲B.乙C.丙", "甲¦乙¦丙", "**A、甲 **B、乙 **C、丙"})
    void optionsMayStandInOneCell(String options) throws Exception {
        ExchangedItem item = read("题干|选项|答案", "问|" + options + "|A、C").get(0);
        assertThat(item.draft().options()).extracting(Option::text).containsExactly("甲", "乙", "丙");
        assertThat(right(item)).containsExactly("甲", "丙");
        assertThat(item.draft().type()).isEqualTo("MULTIPLE");
        assertThat(codes(item)).containsExactly("options_split", "type_derived");
    }

    @Test
    void optionsMayStandBelowTheStem() throws Exception {
        ExchangedItem item = read("题型|题干|答案", "单选题|问题是（ ）。⏎A．甲⏎B．乙⏎C．丙|Ｃ").get(0);
        assertThat(item.draft().stem()).isEqualTo("问题是（ ）。");
        assertThat(right(item)).containsExactly("丙");
    }

    @Test
    void lettersBeforeOptionsGo() throws Exception {
        ExchangedItem item = read(HEAD, "1|单选题|问|A.甲|B.乙|C.丙||c").get(0);
        assertThat(right(item)).containsExactly("丙");
        assertThat(item.draft().options()).hasSize(3);
        assertThat(codes(item)).containsExactly("option_letters");
    }

    @Test
    void aHeadOfTwoLinesIsReadAsOne() throws Exception {
        ExchangedItem item = read("题号|题目|选项|||答案", "||A|B|C|", "1|问|甲|乙|丙|b").get(0);
        assertThat(right(item)).containsExactly("乙");
    }

    @Test
    void theKeyMayStandInTheStem() throws Exception {
        List<ExchangedItem> items = read(HEAD, "1|单选|应（B）检查|甲|乙|丙||", "2|单选|又（A）检查|甲|乙|丙||A", "3||应戴安全帽。（×）|||||");
        assertThat(items.get(0).draft().stem()).isEqualTo("应（　）检查");
        assertThat(right(items.get(0))).containsExactly("乙");
        assertThat(codes(items.get(0))).containsExactly("key_from_stem");
        assertThat(items.get(1).draft().stem()).isEqualTo("又（　）检查");
        assertThat(codes(items.get(1))).containsExactly("key_blanked");
        assertThat(items.get(2).draft().type()).isEqualTo("TRUE_FALSE");
        assertThat(right(items.get(2))).containsExactly("错误");
    }

    @Test
    void aTitleBetweenTheItemsSaysTheirType() throws Exception {
        List<ExchangedItem> items =
                read("题干|A|B|C|答案", "一、单项选择题（共1题）||||", "问一|甲|乙|丙|A", "二、判断题||||", "问二||||对", "说明：以上试题仅供参考||||");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).draft().type()).isEqualTo("SINGLE");
        assertThat(items.get(1).draft().type()).isEqualTo("TRUE_FALSE");
        assertThat(codes(items.get(1))).containsExactly("row_skipped");
        assertThat(items.get(1).refused()).isFalse();
    }

    @Test
    void rowsThatAreOnlyNumberedOrTypedBeforehandAreNoItems() throws Exception {
        assertThat(read(HEAD, "1|单选|问|甲|乙||丙|D", "2|单选||||||", "3|||||||")).hasSize(1);
    }

    @Test
    void anEmptyOptionLeavesTheLettersOfTheOthers() throws Exception {
        ExchangedItem item = read(HEAD, "1|单选|问|甲|乙||丙|D").get(0);
        assertThat(right(item)).containsExactly("丙");
        assertThat(item.draft().options()).hasSize(3);
    }

    @Test
    void mergedCellsHoldForAllTheirRows() throws Exception {
        List<ExchangedItem> items = new ExcelReader()
                .read(Books.with(
                        sheet -> sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0)),
                        "章节|题干|答案",
                        "第一章|问一|对",
                        "|问二|错",
                        "|问三|错"));
        assertThat(items).extracting(item -> item.draft().chapter()).containsExactly("第一章", "第一章", "");
    }

    @Test
    void everySheetWithAHeadIsRead() throws Exception {
        List<ExchangedItem> items = new ExcelReader()
                .read(Books.with(
                        sheet -> {
                            Sheet second = sheet.getWorkbook().createSheet("判断");
                            second.createRow(0).createCell(0).setCellValue("题干");
                            second.getRow(0).createCell(1).setCellValue("答案");
                            second.createRow(1).createCell(0).setCellValue("问二");
                            second.getRow(1).createCell(1).setCellValue(true);
                            sheet.getWorkbook()
                                    .createSheet("说明")
                                    .createRow(0)
                                    .createCell(0)
                                    .setCellValue("随便写");
                        },
                        HEAD,
                        "1|单选|问一|甲|乙|丙||A"));
        assertThat(items).extracting(ExchangedItem::place).containsExactly("题!2", "判断!2");
        assertThat(right(items.get(1))).containsExactly("正确");
    }

    @Test
    void numbersAreReadAsTheyAreShown() throws Exception {
        ExchangedItem item = new ExcelReader()
                .read(Books.with(
                        sheet -> {
                            for (int i = 0; i < 3; i++) {
                                sheet.getRow(1).createCell(3 + i).setCellValue(new double[] {0.5, 10, 1.25}[i]);
                            }
                        },
                        HEAD,
                        "1|单选|问||||100|C"))
                .get(0);
        assertThat(item.draft().options()).extracting(Option::text).containsExactly("0.5", "10", "1.25", "100");
    }

    @Test
    void aDateIsRefusedSinceItMayHaveBeenAFraction() throws Exception {
        ExchangedItem item = new ExcelReader()
                .read(Books.with(
                        sheet -> {
                            CellStyle style = sheet.getWorkbook().createCellStyle();
                            style.setDataFormat((short) 14);
                            sheet.getRow(1).createCell(3).setCellValue(45_293);
                            sheet.getRow(1).getCell(3).setCellStyle(style);
                        },
                        HEAD,
                        "1|单选|问||1/3|1/4||A"))
                .get(0);
        assertThat(item.refused()).isTrue();
        assertThat(codes(item)).containsExactly("date_cell");
        assertThat(codes(read(HEAD, "1|单选|问|1月2日|1/3|1/4||A").get(0))).containsExactly("date_cell");
    }

    @Test
    void aFormulaIsRefusedUnlessItOnlyCountsRows() throws Exception {
        List<ExchangedItem> items = new ExcelReader()
                .read(Books.with(
                        sheet -> {
                            sheet.getRow(1).createCell(0).setCellFormula("ROW()-1");
                            sheet.getRow(2).getCell(7).setCellFormula("HYPERLINK(\"http://example.org\",\"A\")");
                        },
                        HEAD,
                        "|单选|问一|甲|乙|丙||A",
                        "2|单选|问二|甲|乙|丙||A"));
        assertThat(items.get(0).refused()).isFalse();
        assertThat(items.get(1).notes()).contains(Note.refused("formula", "H3"));
    }

    @Test
    void whatCannotBeAnItemIsRefusedWithItsReason() throws Exception {
        List<ExchangedItem> items = read(
                HEAD,
                "1|单选|问|甲|乙|丙||AB",
                "2|多选|问|甲|乙|丙||A",
                "3|单选|问|甲|乙|丙||D",
                "4|单选|问|甲|甲|丙||A",
                "5|单选|问|甲||||A",
                "6|填空|问|||||甲",
                "7|单选||甲|乙|丙||A",
                "8|单选|问|甲|乙|丙||见书",
                "9|判断|问|甲|乙|||对");
        assertThat(items)
                .allMatch(ExchangedItem::refused)
                .extracting(item -> codes(item).get(0))
                .containsExactly(
                        "key_not_single",
                        "key_not_multiple",
                        "key_beyond",
                        "options_same",
                        "options_missing",
                        "type_unknown",
                        "stem_missing",
                        "key_unreadable",
                        "options_true_false");
    }

    @Test
    void aPictureOverARowIsItsFigure() throws Exception {
        List<ExchangedItem> items = new ExcelReader()
                .read(Books.with(
                        sheet -> {
                            picture(sheet, 1, png());
                            picture(sheet, 2, new byte[] {(byte) 0x89, 'P'});
                        },
                        "题干|答案|图片说明",
                        "图中是灭火器|对|一个灭火器",
                        "图坏了|对|",
                        "没有图|对|有说明"));
        assertThat(items.get(0).draft().figure().bytes()).isEqualTo(png());
        assertThat(items.get(0).draft().figureAlt()).isEqualTo("一个灭火器");
        assertThat(codes(items.get(1))).contains("figure_unfit");
        assertThat(codes(items.get(2))).contains("figure_missing");
    }

    @Test
    void aFileWithoutAHeadSaysSo() {
        assertThatThrownBy(() -> read("甲|乙", "1|2"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("no_header"));
        assertThatThrownBy(() -> read(HEAD))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("no_items"));
    }

    private static void picture(Sheet sheet, int row, byte[] bytes) {
        int index = sheet.getWorkbook().addPicture(bytes, Workbook.PICTURE_TYPE_PNG);
        ClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 4, row, 5, row + 1);
        sheet.createDrawingPatriarch().createPicture(anchor, index);
    }

    static byte[] png() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
