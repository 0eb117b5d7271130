package org.chizheng.certificate.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentSize;
import org.junit.jupiter.api.Test;

/**
 * The documents look like their specimens in {@code certificates/}, which somebody looked at. With {@code CHIZHENG_SPECIMEN=draw} in the environment they are made anew.
 */
class SpecimenTest {
    private static final Path FOLDER = Path.of("certificates", "specimens");
    private static final boolean DRAWS = "draw".equals(System.getenv("CHIZHENG_SPECIMEN"));
    /** No pixel may differ by more, of 255: Java 25 rounds edges differently than Java 17, by up to 13, and builds of Java bring different JPEG decoders. */
    private static final int ROUNDING = 16;

    @Test
    void everyDocumentLooksLikeItsSpecimen() throws IOException {
        DocumentPress press = Faces.press();
        for (Map.Entry<String, CertificateFace> face : Faces.all().entrySet()) {
            for (DocumentSize size : DocumentSize.values()) {
                byte[] pdf = press.press(face.getValue(), size);
                String name = face.getKey() + "-" + size.name().toLowerCase(java.util.Locale.ROOT);
                List<BufferedImage> pages = drawn(pdf, size);
                if (DRAWS) {
                    keep(name, pdf, pages);
                }
                for (int page = 0; page < pages.size(); page++) {
                    BufferedImage specimen = ImageIO.read(picture(name, page).toFile());
                    assertThat(farthest(pages.get(page), specimen))
                            .as("%s, page %s: greatest difference of a pixel", name, page + 1)
                            .isLessThanOrEqualTo(ROUNDING);
                }
                assertThat(drawn(Files.readAllBytes(FOLDER.resolve(name + ".pdf")), size))
                        .as("the stored PDF of %s has the stored pictures", name)
                        .allMatch(page -> pages.stream().anyMatch(one -> farthest(one, page) == 0));
            }
        }
    }

    @Test
    void anotherLetterWouldBeSeen() throws IOException {
        BufferedImage specimen = ImageIO.read(picture("operator-a4", 0).toFile());
        byte[] other = Faces.press()
                .press(new Faces.Made(
                                org.chizheng.certificate.DocumentKind.OPERATOR,
                                "演示考生申",
                                Faces.photo(),
                                null,
                                null,
                                true)
                        .face());
        assertThat(farthest(drawn(other, DocumentSize.A4).get(0), specimen)).isGreaterThan(100);
    }

    private static Path picture(String name, int page) {
        return FOLDER.resolve(name + "-" + (page + 1) + ".png");
    }

    private static void keep(String name, byte[] pdf, List<BufferedImage> pages) throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".pdf"), pdf);
        for (int page = 0; page < pages.size(); page++) {
            ImageIO.write(pages.get(page), "png", picture(name, page).toFile());
        }
    }

    private static List<BufferedImage> drawn(byte[] pdf, DocumentSize size) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(new PDFRenderer(document)
                        .renderImageWithDPI(page, size == DocumentSize.A4 ? 72 : 160, ImageType.RGB));
            }
        }
        return pages;
    }

    /** The greatest difference of any pixel in any colour, 0 to 255; 256 if the sizes differ. */
    private static int farthest(BufferedImage a, BufferedImage b) {
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return 256;
        }
        int most = 0;
        for (int x = 0; x < a.getWidth(); x++) {
            for (int y = 0; y < a.getHeight(); y++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff);
                    most = Math.max(most, Math.abs(difference));
                }
            }
        }
        return most;
    }
}
