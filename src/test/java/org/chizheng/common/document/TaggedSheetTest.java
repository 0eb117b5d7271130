package org.chizheng.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.common.PrintFonts;
import org.chizheng.common.document.TaggedSheet.Column;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
