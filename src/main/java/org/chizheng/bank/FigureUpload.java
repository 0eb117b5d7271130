package org.chizheng.bank;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

import org.chizheng.common.Refused;

/**
 * A figure that somebody uploads. An SVG is let in when it can only draw ({@link SvgFile}); a PNG or JPEG is decoded and written anew, so that nothing but the picture is
 * kept. What is wider than a page shows is made smaller; what is still too heavy as PNG is kept as JPEG.
 */
public final class FigureUpload {
    /** Bytes of an upload: a photo straight from a telephone. */
    public static final int LARGEST_UPLOAD = 5 << 20;

    private static final int LARGEST_SIDE = 6000;
    private static final long MOST_PIXELS = 16_000_000;
    private static final int WIDEST_KEPT = 1600;
    private static final float[] QUALITIES = {0.9f, 0.75f, 0.6f};

    private FigureUpload() {}

    /** @throws Refused FIGURE_FORM, FIGURE_UNSAFE, FIGURE_SIZE (pixels) or FIGURE_BYTES */
    public static Figure of(byte[] uploaded) {
        if (uploaded.length > LARGEST_UPLOAD) {
            throw new Refused(BankRefusal.FIGURE_BYTES, LARGEST_UPLOAD >> 20);
        }
        return isText(uploaded) ? drawing(uploaded) : picture(uploaded);
    }

    private static boolean isText(byte[] bytes) {
        int i = bytes.length > 3 && (bytes[0] & 0xff) == 0xef ? 3 : 0;
        while (i < bytes.length && Character.isWhitespace(bytes[i])) {
            i++;
        }
        return i < bytes.length && bytes[i] == '<';
    }

    private static Figure drawing(byte[] bytes) {
        if (bytes.length > FigureFile.LARGEST) {
            throw new Refused(BankRefusal.FIGURE_UNSAFE, 1);
        }
        try {
            return SvgFile.check(bytes);
        } catch (FigureFile.Unfit e) {
            throw new Refused(BankRefusal.FIGURE_UNSAFE, e.line());
        }
    }

    private static Figure picture(byte[] bytes) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            return lightEnough(narrowed(read(in)));
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refused refused ? refused : new Refused(BankRefusal.FIGURE_FORM);
        }
    }

    /** Its size is read before its pixels, so that a small file cannot unfold into a huge picture. */
    private static BufferedImage read(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null || !reader.getFormatName().toLowerCase(Locale.ROOT).matches("jpe?g|png")) {
            throw new Refused(BankRefusal.FIGURE_FORM);
        }
        try {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > LARGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new Refused(BankRefusal.FIGURE_SIZE, width, height);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage narrowed(BufferedImage picture) {
        double scale = Math.min(1, (double) WIDEST_KEPT / Math.max(picture.getWidth(), picture.getHeight()));
        boolean clear = picture.getColorModel().hasAlpha();
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage drawn =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static Figure lightEnough(BufferedImage picture) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        if (png.size() <= FigureFile.LARGEST) {
            return new Figure("image/png", png.toByteArray(), picture.getWidth(), picture.getHeight());
        }
        for (float quality : QUALITIES) {
            byte[] jpeg = jpeg(picture, quality);
            if (jpeg.length <= FigureFile.LARGEST) {
                return new Figure("image/jpeg", jpeg, picture.getWidth(), picture.getHeight());
            }
        }
        throw new Refused(BankRefusal.FIGURE_BYTES, LARGEST_UPLOAD >> 20);
    }

    private static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var to = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(to);
            writer.write(null, new IIOImage(opaque, null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
