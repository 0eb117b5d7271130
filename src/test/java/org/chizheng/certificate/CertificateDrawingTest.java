package org.chizheng.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.journey.Scanner;
import org.chizheng.people.Portraits;
import org.junit.jupiter.api.Test;

/** What stands on the sheet, read back by other means than it was drawn by. */
class CertificateDrawingTest {
    private static final String URL = "https://exam.example.org/v/7K2M9Q4R8T1V5X3Z6B0C";
    private final CertificateDrawing drawing = new CertificateDrawing();

    @Test
    void rareCharactersOfNamesAreOnTheSheetAndInItsText() throws IOException {
        for (String name : List.of("龚䶮", "陈𬭎", "王喆", "欧阳娜娜")) {
            assertThat(CertificateFont.unprintable(name)).as(name).isEmpty();
            assertThat(text(drawing.draw(face(name, null)))).contains(name);
        }
    }

    @Test
    void aCharacterThatTheFontLacksIsNamed() {
        assertThat(CertificateFont.unprintable("王\uD87E\uDC00小\uE000")).isEqualTo("\uD87E\uDC00\uE000");
    }

    @Test
    void everyFactStandsOnTheSheet() throws IOException {
        assertThat(text(drawing.draw(face("演示考生甲", null))))
                .contains(
                        "演示考生甲",
                        "320100199001010018",
                        "2026年11月25日",
                        "2029年11月24日",
                        "危险化学品生产单位",
                        "Certificate of Competence",
                        "江苏省应急管理厅",
                        "照片");
    }

    @Test
    void itIsOneLandscapeSheetOfA4WithOnlyTheCharactersItShows() throws IOException {
        byte[] pdf = drawing.draw(face("演示考生甲", null));
        assertThat(pdf.length).isLessThan(120_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            PDPage page = document.getPage(0);
            assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isBetween(296.9, 297.1);
            assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isBetween(209.9, 210.1);
            PDResources resources = page.getResources();
            for (COSName font : resources.getFontNames()) {
                assertThat(resources.getFont(font).isEmbedded()).isTrue();
                assertThat(resources.getFont(font).getName()).as("a subset").matches("[A-Z]{6}\\+.*");
            }
            assertThat(resources.getXObjectNames())
                    .as("the QR code is drawn, not a picture")
                    .isEmpty();
        }
    }

    @Test
    void thePhotoStandsInItsSlot() throws IOException {
        try (PDDocument document = Loader.loadPDF(drawing.draw(face("演示考生甲", Portraits.madeUp())))) {
            List<COSName> pictures = new ArrayList<>();
            document.getPage(0).getResources().getXObjectNames().forEach(pictures::add);
            assertThat(pictures).hasSize(1);
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("照片");
        }
    }

    @Test
    void theQrCodeLeadsToTheVerificationPage() throws IOException {
        assertThat(Scanner.read(drawing.draw(face("演示考生甲", Portraits.madeUp()))))
                .isEqualTo(URL);
    }

    /** The specimen is drawn anew with {@code CHIZHENG_SPECIMEN=draw} in the environment, after a change of the layout that was looked at. */
    @Test
    void itLooksLikeTheSpecimen() throws IOException {
        byte[] pdf = drawing.draw(specimen());
        BufferedImage drawn;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            drawn = new PDFRenderer(document).renderImageWithDPI(0, 72, ImageType.RGB);
        }
        if ("draw".equals(System.getenv("CHIZHENG_SPECIMEN"))) {
            Files.write(Path.of("certificates", "specimen.pdf"), pdf);
            ImageIO.write(drawn, "png", Path.of("certificates", "specimen.png").toFile());
        }
        BufferedImage specimen =
                ImageIO.read(Path.of("certificates", "specimen.png").toFile());
        assertThat(drawn.getWidth()).isEqualTo(specimen.getWidth());
        long differing = 0;
        for (int x = 0; x < drawn.getWidth(); x++) {
            for (int y = 0; y < drawn.getHeight(); y++) {
                differing += differs(drawn.getRGB(x, y), specimen.getRGB(x, y)) ? 1 : 0;
            }
        }
        assertThat((double) differing / drawn.getWidth() / drawn.getHeight())
                .as("share of pixels that differ visibly")
                .isLessThan(0.002);
    }

    private static boolean differs(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return most > 64;
    }

    private static CertificateFace specimen() throws IOException {
        return face("演示考生甲", Portraits.madeUp(), true);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static CertificateFace face(String name, byte[] photo) {
        return face(name, photo, false);
    }

    private static CertificateFace face(String name, byte[] photo, boolean demo) {
        return new CertificateFace(
                "安全生产知识和管理能力考核合格证",
                "Certificate of Competence in Work Safety Knowledge and Management",
                name,
                true,
                photo,
                "320100199001010018",
                "20267K2M9Q4R8T",
                "主要负责人",
                "Principal responsible person",
                "危险化学品生产单位主要负责人",
                "Hazardous chemical production",
                LocalDate.of(2026, 11, 25),
                LocalDate.of(2026, 11, 25),
                LocalDate.of(2029, 11, 24),
                "江苏省应急管理厅",
                "Jiangsu Provincial Department of Emergency Management",
                "20267K2M9Q4R8T",
                "7K2M9Q4R8T1V5X3Z6B0C",
                URL,
                demo);
    }
}
