package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs that are not ours say, where they are installed: poppler, qpdf, zbar. */
class OutsideReadersTest {
    @TempDir
    Path folder;

    @Test
    void pdfsigFindsTheSignatureValidAndTheWholeDocumentSigned() throws Exception {
        needs("pdfsig");
        for (Path pdf : documents()) {
            assertThat(told("pdfsig", pdf.toString()).text())
                    .contains("Signature is Valid.", "Total document signed", "Signature Type: ETSI.CAdES.detached");
        }
        Path flipped = documents().get(0);
        byte[] bytes = Files.readAllBytes(flipped);
        bytes[bytes.length / 2] ^= 1;
        Files.write(flipped, bytes);
        assertThat(told("pdfsig", flipped.toString()).text()).contains("Digest Mismatch");
    }

    @Test
    void qpdfFindsNothingWrong() throws Exception {
        needs("qpdf");
        for (Path pdf : documents()) {
            Told told = told("qpdf", "--check", pdf.toString());
            assertThat(told.text())
                    .contains("No syntax or stream encoding errors found")
                    .doesNotContain("WARNING");
            assertThat(told.code()).isZero();
        }
    }

    @Test
    void zbarReadsTheQrCodeAtTwoHundredAndThreeHundredDotsPerInch() throws Exception {
        needs("zbarimg");
        needs("pdftoppm");
        for (Path pdf : documents().subList(0, 4)) {
            for (String dpi : List.of("200", "300")) {
                Path picture = folder.resolve("page");
                String page = pdf.toString().contains("CARD") ? "2" : "1";
                told("pdftoppm", "-r", dpi, "-f", page, "-singlefile", "-png", pdf.toString(), picture.toString());
                assertThat(told("zbarimg", "-q", "--raw", picture + ".png").text())
                        .as("%s at %s dpi", pdf.getFileName(), dpi)
                        .contains(Faces.ADDRESS + "#" + Faces.digits());
            }
        }
    }

    private List<Path> documents() throws IOException {
        DocumentPress press = Faces.press();
        List<Path> documents = new ArrayList<>();
        for (Map.Entry<String, CertificateFace> face : Faces.all().entrySet()) {
            for (DocumentSize size : DocumentSize.values()) {
                documents.add(Files.write(
                        folder.resolve(face.getKey() + "-" + size + ".pdf"), press.press(face.getValue(), size)));
            }
        }
        return documents;
    }

    private static void needs(String program) throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("sh", "-c", "command -v " + program)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, program + " is not installed: what it says of our documents is not looked at");
    }

    private record Told(int code, String text) {}

    private Told told(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("told");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Told(process.waitFor(), Files.readString(output, UTF_8));
    }
}
