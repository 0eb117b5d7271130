package org.chizheng.admission;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.chizheng.common.PrintFonts;
import org.chizheng.common.QrCode;

/** A PDF as it is drawn, page by page: lengths in millimetres from the upper left corner, letters in points. Each character is set in the typeface that has it; one that none has shows as 〓. */
final class Sheet {
    static final Color INK = new Color(0x1a2723);
    static final Color GREY = new Color(0x545f5a);
    static final Color GREEN = new Color(0x0f4d3e);
    static final Color PALE = new Color(0xd8d4c7);
    private static final float POINT = 72 / 25.4f;
    private static final String MISSING = "〓";
    private static final float LEADING = 1.5f;
    private final PDDocument document = new PDDocument();
    private final PrintFonts fonts;
    private PDPageContentStream out;
    private float height;

    private Sheet(String title) throws IOException {
        fonts = new PrintFonts(document, MISSING);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("zh-CN");
    }

    /** @return the file; only one is made at a time */
    static byte[] drawn(String title, Consumer<Sheet> drawing) {
        synchronized (PrintFonts.class) {
            try {
                Sheet sheet = new Sheet(title);
                try (PDDocument document = sheet.document;
                        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
                    drawing.accept(sheet);
                    sheet.out.close();
                    document.save(file);
                    return file.toByteArray();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Begins a page. */
    void page(float width, float tall) {
        doing(() -> {
            if (out != null) {
                out.close();
            }
            PDPage page = new PDPage(new PDRectangle(width * POINT, tall * POINT));
            document.addPage(page);
            height = tall;
            out = new PDPageContentStream(document, page);
        });
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** @param y of the base line */
    void text(String text, float x, float y, float size, Color ink) {
        doing(() -> {
            out.beginText();
            out.setNonStrokingColor(ink);
            out.newLineAtOffset(x * POINT, (height - y) * POINT);
            for (PrintFonts.Run run : fonts.runs(text)) {
                out.setFont(run.font(), size);
                out.showText(run.text());
            }
            out.endText();
        });
    }

    void centred(String text, float x, float y, float size, Color ink) {
        text(text, x - width(text, size) / 2, y, size, ink);
    }

    /** The largest size up to the wanted one at which the text is no wider than the room. */
    float fitting(String text, float size, float room) {
        return Math.min(size, size * room / Math.max(0.1f, width(text, size)));
    }

    /** Lines within the room. @param y of the first base line; @return the base line after the last */
    float wrapped(String text, float x, float y, float size, float room, Color ink) {
        float at = y;
        for (String line : lines(text, size, room)) {
            text(line, x, at, size, ink);
            at += leading(size);
        }
        return at;
    }

    static float leading(float size) {
        return size * LEADING / POINT;
    }

    /** Breaks at blanks and between Chinese characters; a sign that closes stays with what it closes. */
    List<String> lines(String text, float size, float room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R")) {
            String rest = paragraph.strip();
            while (width(rest, size) > room) {
                int cut = cut(rest, size, room);
                lines.add(rest.substring(0, cut).stripTrailing());
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private int cut(String text, float size, float room) {
        int end = Character.charCount(text.codePointAt(0));
        int best = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (mayBreak(text, end)) {
                best = end;
            }
            if (width(text.substring(0, next), size) > room) {
                break;
            }
            end = next;
        }
        return best > 0 ? best : end;
    }

    private static boolean mayBreak(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if ("，。、；：）》」！？％".indexOf(after) >= 0 || "（《「".indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || Character.isIdeographic(before) || Character.isIdeographic(after);
    }

    /** In millimetres. */
    float width(String text, float size) {
        return (float) (fonts.width(text, size) / POINT);
    }

    void line(float x1, float y1, float x2, float y2, float thick, Color ink) {
        doing(() -> {
            out.setStrokingColor(ink);
            out.setLineWidth(thick * POINT);
            out.moveTo(x1 * POINT, (height - y1) * POINT);
            out.lineTo(x2 * POINT, (height - y2) * POINT);
            out.stroke();
        });
    }

    void box(float x, float y, float wide, float tall, float thick, Color ink) {
        doing(() -> {
            out.setStrokingColor(ink);
            out.setLineWidth(thick * POINT);
            out.addRect(x * POINT, (height - y - tall) * POINT, wide * POINT, tall * POINT);
            out.stroke();
        });
    }

    void photo(byte[] jpeg, float x, float y, float wide, float tall) {
        doing(() -> out.drawImage(
                JPEGFactory.createFromByteArray(document, jpeg),
                x * POINT,
                (height - y - tall) * POINT,
                wide * POINT,
                tall * POINT));
    }

    /** A QR code, its quiet zone within the side. */
    void code(String text, float x, float y, float side) {
        QrCode code = QrCode.of(text);
        float module = side / code.size() * POINT;
        doing(() -> {
            out.setNonStrokingColor(Color.BLACK);
            for (QrCode.Run run : code.runs()) {
                out.addRect(
                        x * POINT + run.start() * module,
                        (height - y) * POINT - (run.row() + 1) * module,
                        run.length() * module,
                        module);
            }
            out.fill();
        });
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void doing(Act act) {
        try {
            act.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
