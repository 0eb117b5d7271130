package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.journey.Scanner;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String URL = "https://exam.example.org/r/8F3A0C51D27BE9645A7C";
    private static final Pattern STEP = Pattern.compile("(M|m)(\\d+) (\\d+)(?:\\.5)?h(\\d+)");
    private final QrCode code = QrCode.of(URL);

    @Test
    void aCameraReadsIt() throws IOException {
        int scale = 4;
        BufferedImage picture = new BufferedImage(code.size() * scale, code.size() * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        code.runs().forEach(run -> pen.fillRect(run.start() * scale, run.row() * scale, run.length() * scale, scale));
        pen.dispose();
        assertThat(Scanner.read(picture)).isEqualTo(URL);
    }

    @Test
    void fourModulesAroundItStayWhite() {
        assertThat(code.runs())
                .allMatch(run -> run.row() >= 4
                        && run.row() < code.size() - 4
                        && run.start() >= 4
                        && run.start() + run.length() <= code.size() - 4);
    }

    @Test
    void thePathSaysTheSameAsTheRunsInFewSigns() {
        assertThat(drawn(code.path())).isEqualTo(code.runs());
        assertThat(code.path()).hasSizeLessThan(2500);
    }

    private static List<QrCode.Run> drawn(String path) {
        List<QrCode.Run> runs = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        int row = 0;
        int x = 0;
        while (step.find()) {
            boolean newRow = "M".equals(step.group(1));
            row = newRow ? Integer.parseInt(step.group(3)) : row;
            x = (newRow ? 0 : x) + Integer.parseInt(step.group(2));
            int length = Integer.parseInt(step.group(4));
            runs.add(new QrCode.Run(row, x, length));
            x += length;
        }
        assertThat(STEP.matcher(path).replaceAll("")).isEmpty();
        return runs;
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }
}
