package org.chizheng.practical;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.chizheng.common.Refused;

/** A photo of evidence: a JPEG of at most 1600 pixels a side, drawn anew, so that nothing but the picture is kept (no position, no device). */
final class EvidencePicture {
    static final int LARGEST_BYTES = 8 << 20;
    private static final int SIDE = 1600;
    private static final int LARGEST_SIDE = 6000;
    private static final int SMALLEST_SIDE = 16;

    private EvidencePicture() {}

    /** @throws Refused PHOTO_FORM if it is neither JPEG nor PNG, damaged, too small or too large */
    static byte[] of(byte[] uploaded) {
        if (uploaded == null || uploaded.length == 0 || uploaded.length > LARGEST_BYTES) {
            throw new Refused(PracticalRefusal.PHOTO_FORM);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            return jpeg(read(in));
        } catch (IOException | RuntimeException e) {
            throw new Refused(PracticalRefusal.PHOTO_FORM);
        }
    }

    /** Its size is read before its pixels, so that a small file cannot unfold into a huge picture. */
    private static BufferedImage read(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null
                || !reader.getFormatName().toLowerCase(java.util.Locale.ROOT).matches("jpe?g|png")) {
            throw new Refused(PracticalRefusal.PHOTO_FORM);
        }
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.min(width, height) < SMALLEST_SIDE || Math.max(width, height) > LARGEST_SIDE) {
                throw new Refused(PracticalRefusal.PHOTO_FORM);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] jpeg(BufferedImage photo) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(photo.getWidth(), photo.getHeight()));
        int width = (int) Math.max(1, Math.round(photo.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(photo.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(photo, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", out);
        return out.toByteArray();
    }
}
