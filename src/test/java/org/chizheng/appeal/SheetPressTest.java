package org.chizheng.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.PdfRules;
import org.chizheng.common.document.TaggedSheet.Words;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** The printed result sheet: tagged as PDF/UA-1 asks, readable, its code leading where it says. */
class SheetPressTest {
    private static final String ADDRESS = "https://exam.example/r/0000-0000-0000-0000";
    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");

    private static Printout theory(int chapters) {
        List<List<Words>> shares = new ArrayList<>();
        for (int i = 1; i <= chapters; i++) {
            shares.add(List.of(
                    new Words("第" + i + "章 触电事故及现场救护的基本知识", "Chapter " + i + ": electric shock and first aid"),
                    Words.of(i % 7 + 3 + " / 10"),
                    Words.of((i % 7 + 3) * 10 + " %")));
        }
        List<List<Words>> who = List.of(
                PrintWords.fact("name", "演示考生𬱖"),
                PrintWords.fact("id", "3201********001X"),
                PrintWords.fact("place", new Words("演示考试点 一号机房 · A07", "Demo centre")));
        return new Printout(
                new Words("低压电工作业 · 理论", "Low-voltage electrician · Theory"),
                "86",
                true,
                List.of(
                        PrintWords.of("appeal_cut", 80),
                        PrintWords.of("appeal_valid_until", "2026-11-30"),
                        new Words("成绩更正：由 84 分改为 86 分。", "Corrected: 84 to 86 points.")),
                List.of(new Printout.Section("who", who), new Printout.Section("proof", proof())),
                shares,
                ADDRESS,
                "000000000000");
    }

    private static List<List<Words>> proof() {
        return List.of(
                PrintWords.fact(
                        "policy",
                        new Words(
                                "特种作业人员安全技术培训考核管理规定（应急管理部令第19号） 第二十四条 (order-19-operator)",
                                "Order 19 of the Ministry of Emergency Management")),
                PrintWords.fact("draw", "https://exam.example/draws/00000000-0000-0000-0000-000000000000"),
                PrintWords.fact("seed", "0123456789abcdef".repeat(4)));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyMarkIsTaggedAndTheCodeLeadsToTheReceipt() throws Exception {
        byte[] pdf = SheetPress.print(theory(6), NOW);
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(text(pdf))
                .contains(
                        "成绩单",
                        "Result sheet",
                        "演示考生𬱖",
                        "3201********001X",
                        "低压电工作业",
                        "第6章",
                        "9 / 10",
                        "合格线 80 分",
                        "2026-06-01 10:00",
                        "order-19-operator",
                        "依据和证明");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 144);
            int wide = picture.getWidth();
            int tall = picture.getHeight();
            var bits = new BinaryBitmap(new HybridBinarizer(
                    new RGBLuminanceSource(wide, tall, picture.getRGB(0, 0, wide, tall, null, 0, wide))));
            assertThat(new QRCodeReader().decode(bits).getText()).isEqualTo(ADDRESS);
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        if (System.getenv("CHIZHENG_SCREENSHOTS") != null) {
            Files.createDirectories(Path.of("target/screenshots"));
            Files.write(Path.of("target/screenshots/result-sheet.pdf"), pdf);
        }
    }

    @Test
    void aLongOneGoesOnOnOtherPagesAndStaysTagged() throws Exception {
        byte[] pdf = SheetPress.print(theory(60), NOW);
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf)).contains("第60章", "2 / 4", "4 / 4");
    }

    @Test
    void withoutAReceiptOrChaptersItIsASheetToo() throws Exception {
        Printout full = theory(0);
        Printout bare = new Printout(full.lead(), "0", false, List.of(), full.sections(), null, null, full.foot());
        byte[] pdf = SheetPress.print(bare, NOW);
        assertThat(PdfRules.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(text(pdf)).contains("不合格").doesNotContain("各章答对情况");
        assertThat(text(SheetPress.print(full, NOW))).contains("没有分章记录");
    }
}
