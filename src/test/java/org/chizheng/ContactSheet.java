package org.chizheng;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** Pictures in rows on one sheet, in the 256 colours that they need most, so that the file is small. */
final class ContactSheet {
    private static final double SCALE = 0.42;

    private ContactSheet() {}

    static void write(BrowserContext computer, Path target, List<List<Path>> rows) throws IOException {
        StringBuilder html =
                new StringBuilder("<body style='margin:0;padding:12px;width:max-content;background:#8a938f'>");
        for (List<Path> row : rows) {
            html.append("<div style='display:flex;gap:12px;align-items:start;margin-bottom:12px'>");
            for (Path picture : row) {
                html.append("<img style='zoom:").append(SCALE).append("' src='data:image/png;base64,");
                html.append(Base64.getEncoder().encodeToString(Files.readAllBytes(picture)));
                html.append("'>");
            }
            html.append("</div>");
        }
        Page page = computer.newPage();
        page.setContent(html.toString());
        byte[] whole = page.locator("body").screenshot();
        ImageIO.write(fewColours(ImageIO.read(new ByteArrayInputStream(whole))), "png", target.toFile());
    }

    private static BufferedImage fewColours(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int pixel : pixels) {
            counts.merge(pixel & 0xfffcfcfc, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(256)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        BufferedImage few = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int place = nearest.computeIfAbsent(pixels[i], pixel -> nearest(pixel, palette));
            few.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, place);
        }
        return few;
    }

    private static int nearest(int pixel, int[] palette) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(pixel, palette[i]) < distance(pixel, palette[best])) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 255) - (b >> 16 & 255);
        int green = (a >> 8 & 255) - (b >> 8 & 255);
        int blue = (a & 255) - (b & 255);
        return red * red + green * green + blue * blue;
    }
}
