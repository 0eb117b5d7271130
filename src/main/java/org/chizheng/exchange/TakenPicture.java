package org.chizheng.exchange;

import java.util.stream.Collectors;

import org.chizheng.bank.BankRefusal;
import org.chizheng.bank.Figure;
import org.chizheng.bank.FigureFile;
import org.chizheng.bank.FigureUpload;
import org.chizheng.common.Refused;

/**
 * A picture of a file as the bank keeps it. An SVG or PNG that the bank would keep as it is stays byte for byte, so that our own exports come back unchanged; a JPEG, and
 * a PNG that is too large for that, is decoded and written anew, as on the page where items are written.
 *
 * @param figure null when it is refused
 * @param renewed whether it was written anew
 * @param fault why it is refused, in figures and names of formats; empty otherwise
 */
public record TakenPicture(Figure figure, boolean renewed, String fault) {
    public static TakenPicture of(byte[] bytes) {
        boolean png = TextFile.startsWith(bytes, 0x89, 'P', 'N', 'G');
        if (TextFile.startsWith(bytes, 0xFF, 0xD8) || png && bytes.length > FigureFile.LARGEST) {
            return renewed(bytes);
        }
        if (bytes.length == 0 || bytes.length > FigureFile.LARGEST) {
            return new TakenPicture(null, false, bytes.length + " B");
        }
        try {
            // By its first bytes, not by its name: names lie.
            return new TakenPicture(FigureFile.check(png ? "figure.png" : "figure.svg", bytes), false, "");
        } catch (FigureFile.Unfit e) {
            return new TakenPicture(null, false, e.getMessage());
        }
    }

    private static TakenPicture renewed(byte[] bytes) {
        try {
            return new TakenPicture(FigureUpload.of(bytes), true, "");
        } catch (Refused e) {
            String fault = switch ((BankRefusal) e.reason()) {
                case FIGURE_BYTES -> bytes.length + " B";
                case FIGURE_SIZE -> e.arguments().stream().map(String::valueOf).collect(Collectors.joining(" × "));
                default -> "JPEG / PNG";
            };
            return new TakenPicture(null, false, fault);
        }
    }

    /** Width and height as it is kept, in pixels. */
    public String size() {
        return figure.width() + " × " + figure.height();
    }
}
