package org.chizheng.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A drawn head and shoulders, nobody's face, for made-up persons: 413 × 531 pixels, PNG. */
public final class MadeUpPortrait {
    private static final int WIDTH = 413;
    private static final int HEIGHT = 531;

    private MadeUpPortrait() {}

    /** @param shade any number; it picks the colour of the clothes, so that portraits can be told apart */
    public static byte[] draw(int shade) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xdce8f4));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.getHSBColor(Math.floorMod(shade, 12) / 12f, 0.45f, 0.42f));
        pen.fillRoundRect(46, 375, 321, 320, 190, 190);
        pen.setColor(new Color(0xc9a98e));
        pen.fillRoundRect(171, 300, 71, 110, 40, 40);
        pen.fillOval(128, 120, 157, 215);
        pen.setColor(new Color(0x39332f));
        pen.fillArc(120, 96, 173, 190, 0, 180);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
