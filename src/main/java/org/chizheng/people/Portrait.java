package org.chizheng.people;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

import org.chizheng.common.Refused;

/**
 * A photo for identity papers: 35 × 45 mm at 300 dpi, 413 × 531 pixels, JPEG. What was uploaded is decoded and drawn anew, cut to the shape from its middle, so that
 * nothing but the picture is kept (no position, no device, nothing hidden behind it).
 */
public final class Portrait {
    static final int WIDTH = 413;
    static final int HEIGHT = 531;
    static final int LARGEST_BYTES = 5 << 20;
    private static final int SMALLEST_WIDTH = 200;
    private static final int SMALLEST_HEIGHT = 257;
    private static final int LARGEST_SIDE = 6000;
    /** Bytes that a photo should not exceed, so that a certificate with it stays below 100 KB. */
    static final int INTENDED_BYTES = 15_000;

    private static final float[] QUALITIES = {0.88f, 0.75f, 0.6f, 0.45f, 0.3f};

    private Portrait() {}

    /** @throws Refused PHOTO_FORM if it is neither JPEG nor PNG or is damaged, PHOTO_SIZE if it is too small or too large */
    public static byte[] of(byte[] uploaded) {
        if (uploaded.length > LARGEST_BYTES) {
            throw new Refused(PeopleRefusal.PHOTO_SIZE);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            return small(shaped(read(in)));
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refused refused ? refused : new Refused(PeopleRefusal.PHOTO_FORM);
        }
    }

    /** Its size is read before its pixels, so that a small file cannot unfold into a huge picture. */
    private static BufferedImage read(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null
                || !reader.getFormatName().toLowerCase(java.util.Locale.ROOT).matches("jpe?g|png")) {
            throw new Refused(PeopleRefusal.PHOTO_FORM);
        }
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT || Math.max(width, height) > LARGEST_SIDE) {
                throw new Refused(PeopleRefusal.PHOTO_SIZE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage shaped(BufferedImage photo) {
        double scale = Math.max((double) WIDTH / photo.getWidth(), (double) HEIGHT / photo.getHeight());
        int width = (int) Math.ceil(photo.getWidth() * scale);
        int height = (int) Math.ceil(photo.getHeight() * scale);
        BufferedImage shaped = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = shaped.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(photo, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height, null);
        pen.dispose();
        return shaped;
    }

    /** In the best quality that keeps within the intended size, or the least where none does. */
    private static byte[] small(BufferedImage picture) throws IOException {
        byte[] jpeg = new byte[0];
        for (float quality : QUALITIES) {
            jpeg = jpeg(picture, quality);
            if (jpeg.length <= INTENDED_BYTES) {
                break;
            }
        }
        return jpeg;
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
