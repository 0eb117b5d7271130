package org.chizheng.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code as its dark runs, error correction M, to be drawn as vectors.
 *
 * @param size modules of one side, the quiet zone of four on each side among them
 * @param runs row by row, from left to right
 */
public record QrCode(int size, List<Run> runs) {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);
    private static final Map<EncodeHintType, Object> COMPACT = Map.of(
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            4,
            EncodeHintType.QR_COMPACT,
            true,
            EncodeHintType.QR_MASK_PATTERN,
            3);

    /** Dark modules side by side. */
    public record Run(int row, int start, int length) {}

    /** @throws IllegalArgumentException if the text is too long */
    public static QrCode of(String text) {
        return of(text, HINTS);
    }

    /**
     * For a text that ends in many digits: these are packed by threes. The mask is not chosen but given: on digits that are as good as random all masks are alike, and
     * comparing them takes longer than all the rest.
     *
     * @throws IllegalArgumentException if the text is too long
     */
    public static QrCode compact(String text) {
        return of(text, COMPACT);
    }

    private static QrCode of(String text, Map<EncodeHintType, Object> hints) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("not a text for a QR code: " + text, e);
        }
        List<Run> runs = new ArrayList<>();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int start = 0; start < modules.getWidth(); start++) {
                int end = start;
                while (end < modules.getWidth() && modules.get(end, row)) {
                    end++;
                }
                if (end > start) {
                    runs.add(new Run(row, start, end - start));
                    start = end;
                }
            }
        }
        return new QrCode(modules.getWidth(), List.copyOf(runs));
    }

    /** SVG path data for a view box of size × size, to be stroked one unit wide: each run is a line through the middle of its row. */
    public String path() {
        StringBuilder path = new StringBuilder();
        int row = -1;
        int end = 0;
        for (Run run : runs) {
            if (run.row() == row) {
                path.append('m').append(run.start() - end).append(" 0");
            } else {
                path.append('M')
                        .append(run.start())
                        .append(' ')
                        .append(run.row())
                        .append(".5");
            }
            path.append('h').append(run.length());
            row = run.row();
            end = run.start() + run.length();
        }
        return path.toString();
    }
}
