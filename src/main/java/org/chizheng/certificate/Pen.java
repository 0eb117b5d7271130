package org.chizheng.certificate;

import java.awt.Color;
import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.util.Matrix;

/** Writes and draws on one page; lengths in millimetres from the lower left corner, sizes in points. */
final class Pen {
    static final float MM = 72 / 25.4f;
    private final PDDocument document;
    private final PDPageContentStream stream;
    private final PDFont font;

    Pen(PDDocument document, PDPageContentStream stream, PDFont font) {
        this.document = document;
        this.stream = stream;
        this.font = font;
    }

    void ink(Color color) throws IOException {
        stream.setNonStrokingColor(color);
        stream.setStrokingColor(color);
    }

    /** Width of the text in millimetres. */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size / MM;
    }

    void text(String text, float x, float y, float size) throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(x * MM, y * MM);
        stream.showText(text);
        stream.endText();
    }

    void centred(String text, float x, float y, float size) throws IOException {
        text(text, x - width(text, size) / 2, y, size);
    }

    /** Text rising by a third of a right angle, for marks beneath everything else. */
    void slanted(String text, float x, float y, float size, Color color) throws IOException {
        ink(color);
        stream.beginText();
        stream.setFont(font, size);
        stream.setTextMatrix(Matrix.getRotateInstance(Math.PI / 6, x * MM, y * MM));
        stream.showText(text);
        stream.endText();
    }

    /** Shrinks the text, down to half its size, until it fits the width. */
    void fitted(String text, float x, float y, float size, float room) throws IOException {
        float fits = size * Math.min(1, room / width(text, size));
        text(text, x, y, Math.max(size / 2, fits));
    }

    /** The JPEG's own bytes, stretched to the place. */
    void jpeg(byte[] picture, float x, float y, float w, float h) throws IOException {
        stream.drawImage(JPEGFactory.createFromByteArray(document, picture), x * MM, y * MM, w * MM, h * MM);
    }

    void frame(float x, float y, float w, float h, float line) throws IOException {
        stream.setLineWidth(line);
        stream.addRect(x * MM, y * MM, w * MM, h * MM);
        stream.stroke();
    }

    void fill(float x, float y, float w, float h) throws IOException {
        stream.addRect(x * MM, y * MM, w * MM, h * MM);
        stream.fill();
    }

    /** A band of fine waves between two heights. */
    void waves(float x, float y, float w, float amplitude, int lines) throws IOException {
        stream.setLineWidth(0.25f);
        for (int line = 0; line < lines; line++) {
            double phase = Math.PI * 2 * line / lines;
            stream.moveTo(x * MM, (float) (y + amplitude * Math.sin(phase)) * MM);
            for (float t = 0.5f; t <= w; t += 0.5f) {
                stream.lineTo((x + t) * MM, (float) (y + amplitude * Math.sin(phase + t / 6)) * MM);
            }
            stream.stroke();
        }
    }
}
