package org.chizheng.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentKind;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.common.document.DocumentKey;
import org.chizheng.common.document.DocumentSigner;
import org.chizheng.journey.Scanner;
import org.junit.jupiter.api.Test;

/** What stands on the documents, read back by other means than they were written by. */
class DocumentPressTest {
    private final DocumentPress press = Faces.press();

    @Test
    void rareCharactersOfNamesAreOnTheSheetAndInItsText() throws IOException {
        for (String name : List.of("龚䶮", "陈𬭎", "王喆", "李㛃𠅤", "赵𠀀𪚥", "欧阳娜娜")) {
            for (DocumentSize size : DocumentSize.values()) {
                assertThat(text(press.press(Faces.operator(name), size))).contains(name);
            }
        }
    }

    @Test
    void aCharacterThatNoTypefaceHasIsNamedAndNeverPrintedAsABox() {
        assertThatThrownBy(() -> press.press(Faces.operator("王\uE000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+e000");
    }

    @Test
    void everyFactStandsOnSheetAndCard() throws IOException {
        CertificateFace face = new Faces.Made(
                        DocumentKind.OPERATOR,
                        "演示考生甲",
                        null,
                        "演示化工有限公司",
                        Faces.manager("").validTo(),
                        true)
                .face();
        for (DocumentSize size : DocumentSize.values()) {
            String text = text(press.press(face, size));
            assertThat(text.replace(" ", "")).as("the title is spaced").contains("特种作业操作证");
            assertThat(text)
                    .contains(
                            "演示考生甲",
                            "男",
                            "T320100199001010018",
                            "电工作业",
                            "Low-voltage electrical work",
                            "演示化工有限公司",
                            "2026年11月25日",
                            "2029年11月24日",
                            "应复审日期",
                            "Special Operation Certificate",
                            "江苏省应急管理厅",
                            "20267K2M9Q4R8T",
                            face.identifier(),
                            "7K2M9-Q4R8T-1V5X3-Z6B0C",
                            "无法律效力",
                            "照片");
        }
    }

    @Test
    void whatIsMissingLeavesNoLabelBehind() throws IOException {
        assertThat(text(press.press(Faces.manager("演示考生乙"))))
                .contains("320100199001010018", "行业类别")
                .doesNotContain("应复审日期", "工作单位", "照片", "演示样本");
    }

    @Test
    void aLongForeignNameKeepsAReadableSizeAndAllItsLetters() throws IOException {
        for (DocumentSize size : DocumentSize.values()) {
            assertThat(text(press.press(Faces.operator(Faces.LONG_NAME), size)).replaceAll("\\s+", " "))
                    .contains("Maximiliana Aleksandra")
                    .contains("Vandenbroucke");
        }
        assertThat(sizes(Faces.LONG_NAME, DocumentSize.A4)).allMatch(points -> points >= 9.5);
        assertThat(sizes(Faces.LONG_NAME, DocumentSize.CARD)).allMatch(points -> points >= 5);
        assertThat(sizes("欧阳娜娜", DocumentSize.A4)).allMatch(points -> points == 21);
    }

    /** Sizes in which the letters of a name were set, in points; no letter of the names tried stands in another field in this typeface. */
    private List<Double> sizes(String name, DocumentSize size) throws IOException {
        List<Double> sizes = new ArrayList<>();
        String first = name.substring(0, 4);
        try (PDDocument document = Loader.loadPDF(press.press(Faces.operator(name), size))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<org.apache.pdfbox.text.TextPosition> letters) {
                    if (line.contains(first)) {
                        letters.forEach(letter -> sizes.add(Math.round(letter.getYScale() * 10) / 10.0));
                    }
                }
            }.getText(document);
        }
        assertThat(sizes).isNotEmpty();
        return sizes;
    }

    @Test
    void theSheetIsA4AndTheCardIsAnIdOneOfTwoSidesWithOnlyTheCharactersTheyShow() throws IOException {
        Map<DocumentSize, byte[]> all = press.pressAll(Faces.operator("演示考生甲"));
        measures(all.get(DocumentSize.A4), 1, 297, 210);
        measures(all.get(DocumentSize.CARD), 2, 85.6, 53.98);
    }

    private static void measures(byte[] pdf, int pages, double width, double height) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(pages);
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isBetween(width - 0.01, width + 0.01);
                assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isBetween(height - 0.01, height + 0.01);
                PDResources resources = page.getResources();
                for (COSName font : resources.getFontNames()) {
                    assertThat(resources.getFont(font).isEmbedded()).isTrue();
                    assertThat(resources.getFont(font).getName()).as("a subset").matches("[A-Z]{6}\\+.*");
                }
            }
        }
    }

    @Test
    void nothingButThePhotoIsAPictureAndAllIsSmall() throws IOException {
        for (Map.Entry<String, CertificateFace> face : Faces.all().entrySet()) {
            for (DocumentSize size : DocumentSize.values()) {
                byte[] pdf = press.press(face.getValue(), size);
                int photo =
                        face.getValue().photo() == null ? 0 : face.getValue().photo().length;
                assertThat(pdf.length - photo)
                        .as("%s %s without its photo", face.getKey(), size)
                        .isLessThan(100_000);
                assertThat(new String(pdf, StandardCharsets.ISO_8859_1).split("/Subtype /Image", -1).length - 1)
                        .as("pictures of %s %s", face.getKey(), size)
                        .isEqualTo(photo == 0 ? 0 : 1);
            }
        }
    }

    @Test
    void theQrCodeOfTwentyFiveMillimetresHoldsAddressAndProof() throws IOException {
        CertificateFace face = Faces.operator("演示考生甲");
        assertThat(Scanner.read(press.press(face))).isEqualTo(face.qr());
        assertThat(org.chizheng.common.QrCode.compact(face.qr()).size() - 8)
                .as("modules of version 11 at most")
                .isLessThanOrEqualTo(61);
    }

    @Test
    void theSameFaceGivesTheSameBytes() {
        CertificateFace face = Faces.manager("演示考生乙");
        assertThat(press.press(face)).isEqualTo(Faces.press().press(face));
        assertThat(press.press(face)).isNotEqualTo(press.press(Faces.manager("演示考生丁")));
    }

    @Test
    void manyThreadsPressWithoutMixingTheirDocuments() {
        List<CertificateFace> faces = IntStream.range(0, 64)
                .mapToObj(i -> Faces.manager("演示" + Character.toString(0x9f98 + i)))
                .toList();
        List<byte[]> alone = faces.stream().map(press::press).toList();
        List<byte[]> together = faces.parallelStream().map(press::press).toList();
        for (int i = 0; i < faces.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    @Test
    void nothingIsSignedWithACertificateThatIsNotValidAtTheTime() {
        DocumentKey expired = Faces.key(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2022-01-01T00:00:00Z"));
        DocumentPress late = new DocumentPress(new DocumentSigner(expired), false);
        assertThatThrownBy(() -> late.press(Faces.operator("演示考生甲")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    void anAuthoritysSealIsDrawnWhereItIsOrderedOnly() {
        CertificateFace face = Faces.manager("演示考生乙");
        DocumentPress ordered = new DocumentPress(new DocumentSigner(Faces.KEY), true);
        String alternative = PdfFile.text("印章：江苏省应急管理厅");
        assertThat(latin(ordered.press(face))).contains(alternative);
        assertThat(latin(press.press(face))).doesNotContain(alternative).doesNotContain(" /Seal ");
        CertificateFace demo = Faces.all().get("manager");
        assertThat(latin(ordered.press(demo)))
                .as("a demo never draws an authority's")
                .doesNotContain(alternative);
    }

    private static String latin(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
