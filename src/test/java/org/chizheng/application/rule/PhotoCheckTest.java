package org.chizheng.application.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

import org.chizheng.journey.MadeUpPortrait;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PhotoCheckTest {
    private static final int ENOUGH_BYTES = 20_000;

    private static List<PhotoFinding> findings(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        return PhotoCheck.findings(pixels, width, width, height, ENOUGH_BYTES);
    }

    /** Head and shoulders; places and sizes in shares of the picture. */
    private static BufferedImage drawn(Color background, double middle, double crown, double head) {
        BufferedImage picture = new BufferedImage(420, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(background);
        pen.fillRect(0, 0, 420, 540);
        pen.setColor(new Color(0x39332f));
        int width = (int) (420 * head);
        int left = (int) (420 * middle - width / 2.0);
        pen.fillOval(left, (int) (540 * crown), width, (int) (width * 1.35));
        pen.fillRect(left - width / 4, (int) (540 * crown + width * 1.2), width * 3 / 2, 540);
        pen.dispose();
        return picture;
    }

    @Test
    void aPortraitOnALightGroundIsFine() throws IOException {
        for (int shade = 0; shade < 12; shade++) {
            assertThat(findings(ImageIO.read(new ByteArrayInputStream(MadeUpPortrait.draw(shade)))))
                    .as("shade " + shade)
                    .isEmpty();
        }
        assertThat(findings(drawn(Color.WHITE, 0.5, 0.12, 0.45))).isEmpty();
    }

    @Test
    void theBackgroundIsLightAndPlain() {
        assertThat(findings(drawn(new Color(0x305080), 0.5, 0.12, 0.45))).contains(PhotoFinding.BACKGROUND_DARK);
        BufferedImage striped = drawn(Color.WHITE, 0.5, 0.12, 0.45);
        for (int y = 0; y < 540; y += 20) {
            for (int x = 0; x < 30 * 420; x++) {
                striped.setRGB(x % 420, Math.min(539, y + x / 420 % 10), 0x909090);
            }
        }
        assertThat(findings(striped)).contains(PhotoFinding.BACKGROUND_UNEVEN);
    }

    @Test
    void theHeadStandsInTheMiddleOfTheUpperHalf() {
        assertThat(findings(drawn(Color.WHITE, 0.5, 0.12, 0))).contains(PhotoFinding.NO_HEAD);
        assertThat(findings(drawn(Color.WHITE, 0.72, 0.12, 0.4))).contains(PhotoFinding.OFF_CENTRE);
        assertThat(findings(drawn(Color.WHITE, 0.5, -0.05, 0.45))).contains(PhotoFinding.HEAD_HIGH);
        assertThat(findings(drawn(Color.WHITE, 0.5, 0.4, 0.35))).contains(PhotoFinding.HEAD_LOW);
        assertThat(findings(drawn(Color.WHITE, 0.5, 0.12, 0.12))).contains(PhotoFinding.HEAD_SMALL);
        assertThat(findings(drawn(Color.WHITE, 0.5, 0.05, 0.95))).contains(PhotoFinding.HEAD_LARGE);
    }

    @Test
    void shapePixelsAndBytesAreLookedAt() {
        int[] white = new int[100 * 100];
        java.util.Arrays.fill(white, 0xffffff);
        assertThat(PhotoCheck.findings(white, 100, 400, 400, 5_000))
                .contains(PhotoFinding.FEW_PIXELS, PhotoFinding.FEW_BYTES, PhotoFinding.SHAPE);
        assertThat(PhotoCheck.findings(white, 100, 413, 531, 6_000))
                .doesNotContain(PhotoFinding.FEW_PIXELS, PhotoFinding.FEW_BYTES, PhotoFinding.SHAPE);
    }

    @Property(tries = 200)
    void anyPictureIsJudgedAndNoneFails(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(max = 0xffffff) int colour) {
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 31 % 7 == 0 ? colour : 0xffffff;
        }
        assertThat(PhotoCheck.findings(pixels, width, width * 10, height * 10, ENOUGH_BYTES))
                .doesNotHaveDuplicates();
    }
}
