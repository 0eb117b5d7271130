package org.chizheng.bank;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.chizheng.common.Reason;
import org.chizheng.common.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that somebody uploads: only the picture is kept, and hostile files are refused by name. */
class FigureUploadTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 80\">";

    @Test
    void aDrawingStaysAsItIs() {
        byte[] svg = (OPEN + "<rect width=\"9\" height=\"9\"/></svg>").getBytes(UTF_8);
        assertThat(FigureUpload.of(svg)).isEqualTo(new Figure("image/svg+xml", svg, 120, 80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<rect onload=\"alert(1)\"/>",
                "<image href=\"https://example.org/x.png\"/>",
                "<foreignObject/>",
                "<rect>"
            })
    void aDrawingThatCouldDoMoreIsRefused(String hostile) {
        assertThat(refusal((OPEN + hostile + "</svg>").getBytes(UTF_8))).isEqualTo(BankRefusal.FIGURE_UNSAFE);
    }

    @Test
    void aPageOrADocumentTypeIsRefused() {
        assertThat(refusal("<!doctype html><html></html>".getBytes(UTF_8))).isEqualTo(BankRefusal.FIGURE_UNSAFE);
        assertThat(refusal(("\ufeff<!DOCTYPE svg [<!ENTITY a \"aa\">]>" + OPEN + "&a;</svg>").getBytes(UTF_8)))
                .isEqualTo(BankRefusal.FIGURE_UNSAFE);
    }

    @Test
    void whatIsHiddenBehindAPictureIsNotKept() throws IOException {
        byte[] png = picture("png", 30, 20, false);
        byte[] laden = Arrays.copyOf(png, png.length + 40);
        System.arraycopy("<script>alert(1)</script>".getBytes(UTF_8), 0, laden, png.length, 25);
        Figure kept = FigureUpload.of(laden);
        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertThat(new String(kept.bytes(), ISO_8859_1)).doesNotContain("script");
        assertThat(new int[] {kept.width(), kept.height()}).containsExactly(30, 20);
    }

    @Test
    void aPhotoIsMadeSmallerAndLightEnough() throws IOException {
        Figure kept = FigureUpload.of(picture("jpg", 2400, 1200, true));
        assertThat(kept.bytes().length).isLessThanOrEqualTo(FigureFile.LARGEST);
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(new int[] {kept.width(), kept.height()}).containsExactly(1600, 800);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.bytes())).getWidth())
                .isEqualTo(1600);
    }

    /** Its header says 30,000 × 30,000 pixels, three gigabytes; it is told from the header alone. */
    @Test
    void aSmallFileThatWouldUnfoldIntoAHugePictureIsRefusedBeforeItDoes() throws IOException {
        byte[] png = picture("png", 30, 20, false);
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        assertThat(refusal(png)).isEqualTo(BankRefusal.FIGURE_SIZE);
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        assertThat(refusal(picture("gif", 30, 20, false))).isEqualTo(BankRefusal.FIGURE_FORM);
        assertThat(refusal(picture("bmp", 30, 20, false))).isEqualTo(BankRefusal.FIGURE_FORM);
        assertThat(refusal(Arrays.copyOf(picture("png", 300, 200, true), 400))).isEqualTo(BankRefusal.FIGURE_FORM);
        assertThat(refusal("%PDF-1.7".getBytes(UTF_8))).isEqualTo(BankRefusal.FIGURE_FORM);
        assertThat(refusal(new byte[] {0})).isEqualTo(BankRefusal.FIGURE_FORM);
        assertThat(refusal(new byte[FigureUpload.LARGEST_UPLOAD + 1])).isEqualTo(BankRefusal.FIGURE_BYTES);
    }

    private static Reason refusal(byte[] bytes) {
        Refused refused = catchThrowableOfType(Refused.class, () -> FigureUpload.of(bytes));
        assertThat(refused).as("it is refused").isNotNull();
        return refused.reason();
    }

    /** Busy ones are noise in coarse grains, which PNG cannot press and JPEG can. */
    private static byte[] picture(String format, int width, int height, boolean busy) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        int grain = 12;
        for (int x = 0; busy && x < width; x += grain) {
            for (int y = 0; y < height; y += grain) {
                int colour = random.nextInt(0x1000000);
                for (int i = 0; i < grain * grain; i++) {
                    int px = x + i % grain;
                    int py = y + i / grain;
                    if (px < width && py < height) {
                        picture.setRGB(px, py, colour + (px * 7 + py * 3) % 5);
                    }
                }
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}
