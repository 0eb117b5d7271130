package org.chizheng.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures for tests: drawn, nobody's face. */
public final class Portraits {
    private Portraits() {}

    /** A portrait as it is kept. */
    public static byte[] madeUp() throws IOException {
        return Portrait.of(picture(600, 800, "png"));
    }

    static byte[] picture(int width, int height, String format) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x6f9fcf));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x33475b));
        pen.fillOval(width / 3, height / 5, width / 3, height / 3);
        pen.fillOval(width / 6, height * 3 / 5, width * 2 / 3, height * 3 / 5);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }
}
