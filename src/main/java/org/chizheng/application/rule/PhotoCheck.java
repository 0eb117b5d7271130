package org.chizheng.application.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a picture is plausible as a photo for an identity paper: 35 × 45 mm, plain light background, one head in the middle of it. Whatever differs from the colour of the border
 * counts as the person; where that mass begins, how wide it is and where its middle lies tell whether the head stands right. It knows no faces and compares none: a drawn head
 * passes, and a veil or a white collar may mislead it, so that its findings are warnings and people decide. Sizes of heads are taken wide, hair may add a third.
 */
public final class PhotoCheck {
    private static final int WIDTH = 413;
    private static final int HEIGHT = 531;
    private static final int FEW_BYTES = 6_000;
    private static final double SHAPE = 35.0 / 45;
    private static final double SHAPE_TOLERANCE = 0.05;
    private static final double BORDER = 0.08;
    private static final int LIGHT = 150;
    private static final double UNEVEN = 24;
    private static final int DIFFERS = 48;
    /** Share of a row that must differ before the row belongs to a head. */
    private static final double ROW = 0.08;

    private static final double HIGHEST_CROWN = 0.03;
    private static final double LOWEST_CROWN = 0.30;
    private static final double BAND = 0.28;
    private static final double NARROWEST = 0.25;
    private static final double WIDEST = 0.80;
    private static final double OFF_CENTRE = 0.09;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final List<PhotoFinding> found = new ArrayList<>();

    private PhotoCheck(int[] pixels, int width) {
        this.pixels = pixels;
        this.width = width;
        this.height = pixels.length / width;
    }

    /**
     * @param pixels 0xRRGGBB, row by row; a thinned-out copy serves as well
     * @param width of that copy
     * @param wide and high: the picture's own size in pixels
     * @param bytes of its file
     * @return in the order of the findings; empty when nothing seems wrong
     */
    public static List<PhotoFinding> findings(int[] pixels, int width, int wide, int high, int bytes) {
        PhotoCheck check = new PhotoCheck(pixels, width);
        check.note(wide < WIDTH || high < HEIGHT, PhotoFinding.FEW_PIXELS);
        check.note(bytes < FEW_BYTES, PhotoFinding.FEW_BYTES);
        check.note(Math.abs((double) wide / high / SHAPE - 1) > SHAPE_TOLERANCE, PhotoFinding.SHAPE);
        check.background();
        return List.copyOf(check.found);
    }

    private void note(boolean wrong, PhotoFinding finding) {
        if (wrong) {
            found.add(finding);
        }
    }

    /** The border: all of the top, and both sides down to the middle, where no shoulder is expected. */
    private void background() {
        double[] sum = new double[3];
        double[] squares = new double[3];
        int count = 0;
        for (int y = 0; y < height / 2; y++) {
            for (int x = 0; x < width; x++) {
                if (y < height * BORDER || x < width * BORDER || x >= width * (1 - BORDER)) {
                    for (int c = 0; c < 3; c++) {
                        int value = channel(pixels[y * width + x], c);
                        sum[c] += value;
                        squares[c] += value * value;
                    }
                    count++;
                }
            }
        }
        int[] mean = new int[3];
        double spread = 0;
        for (int c = 0; c < 3; c++) {
            mean[c] = (int) Math.round(sum[c] / count);
            spread = Math.max(spread, Math.sqrt(Math.max(0, squares[c] / count - sum[c] / count * sum[c] / count)));
        }
        note(0.299 * mean[0] + 0.587 * mean[1] + 0.114 * mean[2] < LIGHT, PhotoFinding.BACKGROUND_DARK);
        note(spread > UNEVEN, PhotoFinding.BACKGROUND_UNEVEN);
        head(mean);
    }

    private void head(int[] mean) {
        int crown = 0;
        while (crown < height && row(crown, mean)[0] < width * ROW) {
            crown++;
        }
        if (crown >= height * (1 - BAND)) {
            note(true, PhotoFinding.NO_HEAD);
            return;
        }
        note(crown < height * HIGHEST_CROWN, PhotoFinding.HEAD_HIGH);
        note(crown > height * LOWEST_CROWN, PhotoFinding.HEAD_LOW);
        double widest = 0;
        double middles = 0;
        int rows = (int) (height * BAND);
        for (int y = crown; y < crown + rows; y++) {
            int[] row = row(y, mean);
            widest = Math.max(widest, row[0]);
            middles += row[0] == 0 ? width / 2.0 : (double) row[1] / row[0];
        }
        note(widest < width * NARROWEST, PhotoFinding.HEAD_SMALL);
        note(widest > width * WIDEST, PhotoFinding.HEAD_LARGE);
        note(Math.abs(middles / rows / width - 0.5) > OFF_CENTRE, PhotoFinding.OFF_CENTRE);
    }

    /** How many pixels of a row are not background, and the sum of their places. */
    private int[] row(int y, int[] mean) {
        int[] counted = new int[2];
        for (int x = 0; x < width; x++) {
            int far = 0;
            for (int c = 0; c < 3; c++) {
                far = Math.max(far, Math.abs(channel(pixels[y * width + x], c) - mean[c]));
            }
            if (far > DIFFERS) {
                counted[0]++;
                counted[1] += x;
            }
        }
        return counted;
    }

    private static int channel(int pixel, int c) {
        return pixel >> (16 - 8 * c) & 0xff;
    }
}
