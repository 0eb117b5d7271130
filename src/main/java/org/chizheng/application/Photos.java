package org.chizheng.application;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.PhotoCheck;
import org.chizheng.application.rule.PhotoFinding;

/** Looks at photos: decodes a thinned-out copy, so that a large picture costs little, and lets the rule judge it. */
@ApplicationScoped
public class Photos {
    private static final int LONGEST_SIDE = 500;

    /** @param picture a JPEG or PNG that was read already when the portrait was kept */
    List<PhotoFinding> findings(byte[] picture) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            ImageReader reader = ImageIO.getImageReaders(in).next();
            try {
                reader.setInput(in, true, true);
                int wide = reader.getWidth(0);
                int high = reader.getHeight(0);
                ImageReadParam thin = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(wide, high) / LONGEST_SIDE);
                thin.setSourceSubsampling(step, step, 0, 0);
                BufferedImage copy = reader.read(0, thin);
                int[] pixels = copy.getRGB(0, 0, copy.getWidth(), copy.getHeight(), null, 0, copy.getWidth());
                return PhotoCheck.findings(pixels, copy.getWidth(), wide, high, picture.length);
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
