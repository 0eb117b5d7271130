package org.chizheng;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

import org.chizheng.common.QrCode;

/** What a camera sees of a code: 1280 × 720, the code on white paper before a grey wall; still, or as a hand holds it. */
final class CameraPicture {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 3;
    private final BufferedImage image;

    private CameraPicture(BufferedImage image) {
        this.image = image;
    }

    static CameraPicture still(String qr) {
        return new CameraPicture(drawn(qr, 520, 0));
    }

    /** Turned by 14 degrees, out of focus and noisy. */
    static CameraPicture handHeld(String qr) {
        BufferedImage turned = drawn(qr, 470, 14);
        float ninth = 1 / 9f;
        float[] even = new float[9];
        Arrays.fill(even, ninth);
        BufferedImage blurred =
                new ConvolveOp(new Kernel(3, 3, even), ConvolveOp.EDGE_NO_OP, null).filter(turned, null);
        Random random = new Random(5);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = (blurred.getRGB(x, y) & 0xff) + (int) (random.nextGaussian() * 8);
                int held = Math.max(0, Math.min(255, grey));
                blurred.setRGB(x, y, new Color(held, held, held).getRGB());
            }
        }
        return new CameraPicture(blurred);
    }

    private static BufferedImage drawn(String qr, int side, double degrees) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(120, 120, 120));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        QrCode code = QrCode.compact(qr);
        pen.translate(WIDTH / 2, HEIGHT / 2);
        pen.rotate(Math.toRadians(degrees));
        pen.scale(side / (double) code.size(), side / (double) code.size());
        pen.translate(-code.size() / 2.0, -code.size() / 2.0);
        pen.setColor(new Color(235, 235, 235));
        pen.fillRect(0, 0, code.size(), code.size());
        pen.setColor(new Color(30, 30, 30));
        code.runs()
                .forEach(run -> pen.fill(
                        new java.awt.geom.Rectangle2D.Double(run.start(), run.row(), run.length() + 0.02, 1.02)));
        pen.dispose();
        return image;
    }

    byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** A film for Chromium's fake camera: uncompressed (YUV4MPEG2, 4:2:0), the same frame a few times; it is played over and over. */
    Path film(Path folder) throws IOException {
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (16 + (image.getRGB(i % WIDTH, i / WIDTH) & 0xff) * 219 / 255);
        }
        byte[] chroma = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(chroma, (byte) 128);
        Path film = Files.createTempFile(Files.createDirectories(folder), "camera", ".y4m");
        try (OutputStream out = Files.newOutputStream(film)) {
            out.write("YUV4MPEG2 W%d H%d F15:1 Ip A1:1 C420mpeg2\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(US_ASCII));
            for (int i = 0; i < FRAMES; i++) {
                out.write("FRAME\n".getBytes(US_ASCII));
                out.write(luma);
                out.write(chroma);
            }
        }
        return film;
    }
}
