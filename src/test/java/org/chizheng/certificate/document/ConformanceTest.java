package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.chizheng.PdfRules;
import org.chizheng.certificate.CertificateFace;
import org.chizheng.certificate.DocumentKind;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.common.document.DocumentSigner;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** PDF/A-2a and PDF/UA-1, as veraPDF judges; and that its judgement can be bad. */
class ConformanceTest {
    private static final List<PDFAFlavour> PROMISED = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    @Test
    void everyKindSizeAndOddCasePassesBoth() throws Exception {
        DocumentPress press = new DocumentPress(new DocumentSigner(Faces.KEY), true);
        for (Map.Entry<String, CertificateFace> face : Faces.all().entrySet()) {
            for (DocumentSize size : DocumentSize.values()) {
                for (PDFAFlavour flavour : PROMISED) {
                    assertThat(PdfRules.broken(press.press(face.getValue(), size), flavour))
                            .as("%s %s %s", face.getKey(), size, flavour)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aCertificateWithNothingThatMayBeMissingPassesBoth() throws Exception {
        CertificateFace bare = new Faces.Made(DocumentKind.MANAGER, "演示考生丁", null, null, null, false).face();
        for (DocumentSize size : DocumentSize.values()) {
            for (PDFAFlavour flavour : PROMISED) {
                assertThat(PdfRules.broken(Faces.press().press(bare, size), flavour))
                        .isEmpty();
            }
        }
    }

    @Test
    void untaggedItWouldFailBoth() throws Exception {
        byte[] untagged = replaced("/MarkInfo << /Marked true >>", "/MarkInfo << /Marked null >>");
        for (PDFAFlavour flavour : PROMISED) {
            assertThat(PdfRules.broken(untagged, flavour)).as("%s", flavour).isNotEmpty();
        }
    }

    @Test
    void aPictureWithoutAlternativeTextWouldFail() throws Exception {
        assertThat(PdfRules.broken(replaced("/S /Figure /P", "/S /Figure /Q"), PDFAFlavour.PDFUA_1))
                .isNotEmpty();
        assertThat(PdfRules.broken(replaced("/Alt <FEFF6301", "/Xlt <FEFF6301"), PDFAFlavour.PDFUA_1))
                .isNotEmpty();
    }

    @Test
    void withoutItsOutputIntentItWouldFail() throws Exception {
        assertThat(PdfRules.broken(replaced("/OutputIntents", "/OutputIntentX"), PDFAFlavour.PDFA_2_A))
                .isNotEmpty();
    }

    /** The length stays, so that only what is meant is wrong. */
    private static byte[] replaced(String right, String wrong) {
        String pdf = new String(Faces.press().press(Faces.operator("演示考生甲")), ISO_8859_1);
        assertThat(pdf).contains(right);
        assertThat(wrong).hasSameSizeAs(right);
        return pdf.replace(right, wrong).getBytes(ISO_8859_1);
    }
}
