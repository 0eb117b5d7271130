package org.chizheng.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.common.PrintFonts;
import org.chizheng.common.document.TaggedSheet.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggedSheetTest {
    enum What {
        TABLE,
        TABLE_BELOW_A_NOTE,
        FIGURE,
        PARAGRAPH,
        LONG_PARAGRAPH
    }

    /** Wherever on the page it falls. */
    @ParameterizedTest
    @EnumSource
    void aHeadingStandsOnThePageWhereWhatFollowsBegins(What what) throws IOException {
        int turned = 0;
        for (int above = 30; above < 46; above++) {
            try (PDDocument made = Loader.loadPDF(sheet(above, what))) {
                PDFTextStripper first = new PDFTextStripper();
                first.setEndPage(1);
                String page = first.getText(made);
                assertThat(page.contains("小标题")).as(above + " lines above").isEqualTo(page.contains("正文"));
                String whole = new PDFTextStripper().getText(made);
                assertThat(whole.indexOf("小标题")).isLessThan(whole.indexOf("正文"));
                turned += page.contains("小标题") ? 0 : 1;
            }
        }
        assertThat(turned).as("of 16").isBetween(1, 15);
    }

    /** Wherever on the page it falls, and whether it has a page or several. Four rows may stand as two and two. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 12, 60})
    void neitherTheFirstRowsOfATableNorItsLastStandAlone(int rows) throws IOException {
        int divided = 0;
        for (int above = 20; above < 46; above++) {
            try (PDDocument made = Loader.loadPDF(table(above, rows))) {
                List<Long> pages = new ArrayList<>();
                for (int page = 1; page <= made.getNumberOfPages(); page++) {
                    PDFTextStripper one = new PDFTextStripper();
                    one.setStartPage(page);
                    one.setEndPage(page);
                    pages.add(one.getText(made)
                            .lines()
                            .filter(line -> line.contains("正文"))
                            .count());
                }
                pages.removeIf(count -> count == 0);
                assertThat(pages.stream().mapToLong(Long::longValue).sum()).isEqualTo(rows);
                assertThat(pages.get(0))
                        .as("%d lines above: %s", above, pages)
                        .isGreaterThanOrEqualTo(rows > 4 ? 3 : 2);
                assertThat(pages.get(pages.size() - 1))
                        .as("%d lines above: %s", above, pages)
                        .isGreaterThanOrEqualTo(2);
                divided += pages.size() > 1 ? 1 : 0;
            }
        }
        assertThat(divided > 0).as("some are divided").isEqualTo(rows > 3);
    }

    private static byte[] table(int above, int rows) throws IOException {
        synchronized (PrintFonts.class) {
            try (TaggedSheet sheet = new TaggedSheet("标题")) {
                for (int i = 0; i < above; i++) {
                    sheet.paragraph("第 " + i + " 行", 11);
                }
                sheet.heading("小标题", 12);
                sheet.table(
                        List.of(new Column("甲", "A", 0.5f), new Column("乙", "B", 0.5f)),
                        Collections.nCopies(rows, List.of("正文", "乙")),
                        10);
                return sheet.finish("");
            }
        }
    }

    private static byte[] sheet(int above, What what) throws IOException {
        synchronized (PrintFonts.class) {
            try (TaggedSheet sheet = new TaggedSheet("标题")) {
                sheet.heading("标题", 16);
                for (int i = 0; i < above; i++) {
                    sheet.paragraph("第 " + i + " 行", 11);
                }
                sheet.heading("小标题", 12);
                if (what == What.FIGURE) {
                    sheet.space(4);
                    sheet.figure(
                            TaggedSheet.Words.of("图"),
                            100,
                            canvas ->
                                    canvas.words("正文", new TaggedCanvas.Point(10, 10), 9, TaggedCanvas.Side.RIGHT_OF));
                } else if (what != What.PARAGRAPH && what != What.LONG_PARAGRAPH) {
                    if (what == What.TABLE_BELOW_A_NOTE) {
                        sheet.note(new TaggedSheet.Words("须知。".repeat(40), "Note. ".repeat(40)), 9);
                        sheet.space(4);
                    }
                    List<String> row = List.of("正文", "乙");
                    sheet.table(
                            List.of(new Column("甲", "A", 0.5f), new Column("乙", "B", 0.5f)),
                            List.of(row, row, row),
                            10);
                } else {
                    sheet.paragraph("正文。".repeat(what == What.PARAGRAPH ? 1 : 100), 10);
                }
                return sheet.finish("");
            }
        }
    }
}
