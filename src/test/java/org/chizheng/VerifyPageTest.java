package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.rule.TokenDigits;
import org.chizheng.certificate.token.Claiming;
import org.chizheng.common.OfficialClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The page behind the QR code, as the camera of a phone opens it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class VerifyPageTest {
    private static final String QUALIFICATION = "principal-hazchem-production";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Claiming claiming;

    @Inject
    Certificates certificates;

    @Inject
    OfficialClock clock;

    private final List<String> asked = new ArrayList<>();
    private ExamBrowser browser;
    private Page page;
    private Workplace.Someone holder;
    private CertificateView certificate;

    @BeforeEach
    void open() {
        browser = new ExamBrowser();
        BrowserContext phone = browser.computer();
        phone.onRequest(request -> asked.add(request.url() + " " + request.postData()));
        page = phone.newPage();
        holder = workplace.someone();
        certificate = certified.issueByTheSweep(holder, QUALIFICATION);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void whatTheCodeSaysStandsBesideTheRecordAndNeverReachesTheServer() {
        String digits = digits(certificate);
        page.navigate(base + "v/" + certificate.code() + "#" + digits);
        assertThat(page.locator("#paper")).containsText("二维码的签名是真的");
        assertThat(page.locator("#claims")).containsText(holder.name());
        assertThat(page.locator("#claims .differs")).hasCount(0);
        assertThat(page.locator("#answer")).not().containsText(holder.name());
        assertThat(asked).isNotEmpty().noneMatch(request -> request.contains(digits.substring(20, 60)));
        ExamBrowser.look(page, "verify-genuine");
        page.navigate("about:blank");
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("lang", "en").setUrl(base.toString())));
        page.navigate(base + "v/" + certificate.code() + "#" + digits);
        assertThat(page.locator("#paper")).containsText("genuine");
        ExamBrowser.look(page, "verify-genuine-en", 360);
    }

    @Test
    void aForgedCodeIsRedAlthoughTheNumberExists() {
        String digits = digits(certificate);
        CertificateView other = certified.issueByTheSweep(workplace.someone(), QUALIFICATION);
        for (String forged :
                List.of(digits(other), digits.substring(0, digits.length() - 3) + "123", "12345", digits + "1")) {
            page.navigate("about:blank");
            page.navigate(base + "v/" + certificate.code() + "#" + forged);
            assertThat(page.locator("#verdict")).hasText("签名不对，是伪造的");
            assertThat(page.locator("#judgement")).hasClass("verdict verdict-signature_wrong");
            assertThat(page.locator("#claims")).isHidden();
        }
        ExamBrowser.look(page, "verify-forged");
    }

    @Test
    void aRevokedCertificateStaysRedWhateverItsCodeSays() {
        certified.event(certificate.id(), "REVOKED", clock.today());
        page.navigate(base + "v/" + certificate.code() + "#" + digits(certificate));
        assertThat(page.locator("#paper")).containsText("二维码的签名是真的");
        assertThat(page.locator("#verdict")).hasText("已撤销");
        ExamBrowser.look(page, "verify-revoked", 360);
    }

    @Test
    void whereTheKeysCannotBeFetchedThePageSaysThatItDidNotCheck() {
        page.route("**/.well-known/**", route -> route.abort());
        page.navigate(base + "v/" + certificate.code() + "#" + digits(certificate));
        assertThat(page.locator("#paper")).containsText("没能核对二维码的签名");
        assertThat(page.locator("#verdict")).hasText("有效");
    }

    @Test
    void aFileIsCheckedByThePage() throws Exception {
        byte[] pdf = certificates.pdf(certificate.id());
        Path whole = Files.write(Files.createTempFile("certificate", ".pdf"), pdf);
        pdf[pdf.length / 2] ^= 1;
        Path changed = Files.write(Files.createTempFile("certificate", ".pdf"), pdf);
        page.navigate(base + "verify");
        ExamBrowser.look(page, "verify-ask");
        page.locator("#f").setInputFiles(whole);
        page.locator("main form[method=post] button").click();
        assertThat(page.locator("#verdict")).hasText("有效");
        page.navigate(base + "verify");
        page.locator("#f").setInputFiles(changed);
        page.locator("main form[method=post] button").click();
        assertThat(page.locator("#verdict")).hasText("文件被改动过");
        ExamBrowser.look(page, "verify-altered");
    }

    private String digits(CertificateView one) {
        return TokenDigits.of(claiming.token(one.id()).orElseThrow());
    }
}
