package org.chizheng.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.certificate.status.Placing;
import org.chizheng.certificate.token.Claim;
import org.chizheng.certificate.token.ClaimAnswer.Outcome;
import org.chizheng.people.rule.Masking;
import org.junit.jupiter.api.Test;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** From a released pass to the code on the paper: it says what the certificate says, under our signature. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IssuedTokenTest {
    private static final String QUALIFICATION = "principal-hazchem-production";

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Certificates certificates;

    @Inject
    ClaimChecking checking;

    @Inject
    Placing placing;

    @Test
    void theCodeOnThePaperProvesTheCertificate() throws IOException, ReaderException {
        Workplace.Someone holder = workplace.someone();
        CertificateView certificate = certified.issueByTheSweep(holder, QUALIFICATION);
        String text = codeOn(certificates.pdf(certificate.id()));
        assertThat(text).matches("http://localhost:8080/v/" + certificate.code() + "#[0-9]{300,520}");
        ClaimChecking.Checked checked = checking.check(text);
        assertThat(checked.offline().outcome()).isEqualTo(Outcome.GENUINE);
        assertThat(checked.isGenuine()).isTrue();
        assertThat(checked.certificate().map(CertificateView::id)).hasValue(certificate.id());
        Claim claim = checked.offline().claim().orElseThrow();
        assertThat(claim.code()).isEqualTo(certificate.code());
        assertThat(claim.holderName()).isEqualTo(holder.name());
        assertThat(claim.idMasked()).isEqualTo(Masking.idNumber(holder.idNumber()));
        assertThat(claim.qualification()).isEqualTo(QUALIFICATION);
        assertThat(claim.documentKind()).isEqualTo("MANAGER");
        assertThat(claim.validFrom()).isEqualTo(certificate.validFrom());
        assertThat(claim.validTo()).isEqualTo(certificate.validTo());
        assertThat(claim.reviewDue()).isNull();
        assertThat(new Placing.Place(claim.statusList(), claim.statusIndex()))
                .isEqualTo(placing.of(certificate.id()).orElseThrow());
    }

    private static String codeOn(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.RGB);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            RGBLuminanceSource seen = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(seen)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
