package org.chizheng.certificate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

import org.chizheng.common.QrCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** The code as it is printed: 25 mm with its quiet zone, read at the resolutions of office scanners. */
class QrSizeTest {
    private static final double MM = 25;
    private static final int VERSION_11 = 61;
    private static final int QUIET = 8;

    /** The widest code of a qualification there is, and a host of a province. */
    private static final String HOST = "https://kaoshi.yjglt.jiangsu.gov.cn";

    private static final String LONG = "operator-refrigeration-installation";
    private static final String LONGEST_NAME = "阿卜杜热合曼·买买提吐尔逊江";

    @Test
    void theCodeIsNoLargerThanVersion11() {
        assertThat(QrCode.compact(text("欧阳测试", LONG)).size() - QUIET).isLessThanOrEqualTo(VERSION_11);
    }

    /** Names of minorities take more room; the code grows by steps and stays readable, see below. */
    @Test
    void aLongNameMakesItVersion12AtMost() {
        assertThat(QrCode.compact(text(LONGEST_NAME, LONG)).size() - QUIET).isLessThanOrEqualTo(65);
    }

    @ParameterizedTest
    @CsvSource({"200, 欧阳测试", "300, 欧阳测试", "200, " + LONGEST_NAME, "300, " + LONGEST_NAME})
    void itIsReadAtThatResolution(int dpi, String name) throws Exception {
        String text = text(name, LONG);
        BufferedImage page = printed(text, dpi);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource seen = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                        .getText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300})
    void aProgramThatIsNotOursReadsIt(int dpi, @TempDir Path folder) throws Exception {
        assumeTrue(hasZbar(), "zbarimg is not installed (package zbar-tools): only zxing has read the code");
        for (String name : new String[] {"欧阳测试", LONGEST_NAME}) {
            String text = text(name, LONG);
            Path file = folder.resolve("code-" + dpi + ".png");
            ImageIO.write(soft(printed(text, dpi)), "png", file.toFile());
            assertThat(run("zbarimg", "--raw", "-q", file.toString()).strip()).isEqualTo(text);
        }
    }

    private static String text(String name, String qualification) {
        Claim claim = Samples.claim(name, qualification);
        return QrText.of(HOST, claim.code(), Samples.token(Samples.key(Samples.ed25519(0x11)), claim));
    }

    /** Grey where a module ends within a pixel, as a scanner sees it. */
    private static BufferedImage printed(String text, int dpi) {
        QrCode code = QrCode.compact(text);
        int size = (int) Math.round(MM / 25.4 * dpi);
        int page = size + dpi / 2;
        BufferedImage picture = new BufferedImage(page, page, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, page, page);
        pen.setColor(Color.BLACK);
        double module = (double) size / code.size();
        double left = dpi / 4.0 + 0.3;
        for (QrCode.Run run : code.runs()) {
            pen.fill(new Rectangle2D.Double(
                    left + run.start() * module, left + run.row() * module, run.length() * module, module));
        }
        pen.dispose();
        return picture;
    }

    /** As through a lens: no scanner gives edges as sharp as a drawing, and zbar stumbles over some of those. */
    private static BufferedImage soft(BufferedImage picture) {
        float[] weights = {1, 2, 1, 2, 4, 2, 1, 2, 1};
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= 16;
        }
        return new ConvolveOp(new Kernel(3, 3, weights)).filter(picture, null);
    }

    private static boolean hasZbar() {
        try {
            run("zbarimg", "--version");
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return told;
    }
}
