package org.chizheng.rehearsal.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.chizheng.journey.Journey;
import org.chizheng.journey.Scanner;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** The gate check in a real browser in flight mode, with the code of a certificate that was earned in this installation: from the scanned text, and from the camera's frame. */
final class GateBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int CODE = 560;
    private static final int WALL = 120;
    private static final int PAPER = 220;
    private static final int INK = 40;
    /** What the page measured last under a name, and only once. */
    private static final String MEASURED =
            "(name => { const all = performance.getEntriesByName(name); performance.clearMeasures(name); return all.at(-1).duration; })('gate-scan')";

    private final Installation house;
    private final Sheet sheet;
    private final boolean quick;

    GateBench(Installation house, Sheet sheet, boolean quick) {
        this.house = house;
        this.sheet = sheet;
        this.quick = quick;
    }

    void run() throws IOException {
        if (!Files.isExecutable(Chromium.PROGRAM)) {
            sheet.holds(false, "there is no Chromium at " + Chromium.PROGRAM + ": the gate check is not measured");
            return;
        }
        String code = Scanner.read(Files.readAllBytes(earned().resolve("certificate.pdf")));
        try (Chromium browser = new Chromium(house.folder().resolve("chromium"), film(code))) {
            browser.call("Page.navigate", Map.of("url", house.service().base() + "/gate"));
            browser.await("document.body?.dataset.kept !== undefined");
            browser.call("Network.enable", Map.of());
            browser.call(
                    "Network.emulateNetworkConditions",
                    Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
            texts(browser, code);
            frames(browser);
        }
    }

    /** Somebody is examined and certified by the public doors. */
    private Path earned() throws IOException {
        Path out = house.folder().resolve("journey");
        Process journey = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Journey.class.getName(),
                        "--base",
                        house.service().base().toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(journey.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (journey.waitFor() != 0) {
                throw new IOException("nobody earned a certificate: " + told);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return out;
    }

    private void texts(Chromium browser, String code) throws IOException {
        Figures figures = new Figures();
        for (int check = 0; check < 50; check++) {
            JsonNode answer = browser.evaluate("chizhengGate.check('" + code + "')");
            sheet.holds("go".equals(answer.path("tone").asText()), "the gate says " + answer);
            figures.add("millis", answer.path("millis").asDouble());
            browser.evaluate("document.getElementById('next').click()");
        }
        sheet.lower("offline check, text to painted answer, median of 50", figures.median("millis"), "ms")
                .must(300)
                .aim(100)
                .enter();
        sheet.lower("offline check, text to painted answer, worst of 50", figures.worst("millis"), "ms")
                .must(300)
                .aim(100)
                .enter();
    }

    private void frames(Chromium browser) throws IOException {
        Figures figures = new Figures();
        int scans = quick ? 1 : 10;
        browser.evaluate("document.getElementById('camera').click()");
        for (int scan = 0; scan < scans; scan++) {
            browser.await("performance.getEntriesByName('gate-scan').length > 0");
            // The first one loads the reader.
            figures.add(
                    scan == 0 ? "first" : "millis", browser.evaluate(MEASURED).asDouble());
            browser.evaluate("document.getElementById('next').click()");
        }
        sheet.lower("offline check, camera frame to painted answer, first", figures.median("first"), "ms")
                .enter();
        if (scans > 1) {
            sheet.lower("offline check, camera frame to painted answer, median of 9", figures.median("millis"), "ms")
                    .must(300)
                    .aim(100)
                    .enter();
            sheet.lower("offline check, camera frame to painted answer, worst of 9", figures.worst("millis"), "ms")
                    .must(300)
                    .aim(100)
                    .enter();
        }
    }

    /** What the camera sees: the code on white paper before a grey wall, uncompressed (YUV4MPEG2, 4:2:0). */
    private Path film(String code) throws IOException {
        byte[] luma = new byte[WIDTH * HEIGHT];
        Arrays.fill(luma, (byte) WALL);
        try {
            BitMatrix picture = new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, CODE, CODE);
            for (int y = 0; y < CODE; y++) {
                for (int x = 0; x < CODE; x++) {
                    int at = (y + (HEIGHT - CODE) / 2) * WIDTH + x + (WIDTH - CODE) / 2;
                    luma[at] = (byte) (picture.get(x, y) ? INK : PAPER);
                }
            }
        } catch (WriterException e) {
            throw new IOException(e);
        }
        byte[] chroma = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(chroma, (byte) 128);
        Path film = house.folder().resolve("camera.y4m");
        try (OutputStream out = Files.newOutputStream(film)) {
            out.write("YUV4MPEG2 W%d H%d F15:1 Ip A1:1 C420mpeg2\n"
                    .formatted(WIDTH, HEIGHT)
                    .getBytes(US_ASCII));
            for (int frame = 0; frame < 3; frame++) {
                out.write("FRAME\n".getBytes(US_ASCII));
                out.write(luma);
                out.write(chroma);
            }
        }
        return film;
    }
}
