package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import org.chizheng.GateCertificates.Carried;
import org.chizheng.demo.DemoAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** One visit with a network, then flight mode: certificates held before the camera, and what must not pass. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GateOfflineTest {
    private static final Path FILMS = Path.of("target", "films");
    private static final double LONGEST_MILLIS = 300;

    @TestHTTPResource("/")
    URL base;

    @Inject
    GateCertificates certificates;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    private GateDevice device;

    private GateDevice prepared(CameraPicture seen) throws IOException {
        certificates.publish();
        device = new GateDevice(seen == null ? null : seen.film(FILMS));
        device.visit(base.toString());
        device.flightMode();
        return device;
    }

    @AfterEach
    void close() throws IOException {
        device.close();
        if (Files.isDirectory(FILMS)) {
            try (var films = Files.list(FILMS)) {
                for (Path film : films.toList()) {
                    Files.delete(film);
                }
            }
        }
    }

    @Test
    void aValidCertificateBeforeTheCameraIsGreen() throws IOException {
        GateDevice gate = prepared(CameraPicture.still(certificates.valid(900).qr()));
        gate.scan();
        assertThat(gate.word()).hasText("有效");
        assertThat(gate.tone()).isEqualTo("go");
        assertThat(gate.page.locator("#fact-name")).hasText("测试工人");
        assertThat(gate.page.locator("#fact-id")).containsText("**********");
        assertThat(gate.page.locator("#fact-qualification")).hasText("低压电工作业");
        assertThat(gate.page.locator("#compare")).isVisible();
        assertThat(gate.page.locator("#answer-age")).containsText("刚刚更新");
        assertThat(gate.measured("gate-answer")).isPositive().isLessThan(LONGEST_MILLIS);
        assertThat(gate.measured("gate-scan")).isGreaterThan(gate.measured("gate-answer"));
    }

    @Test
    void aHandHeldOneIsReadToo() throws IOException {
        GateDevice gate =
                prepared(CameraPicture.handHeld(certificates.valid(900).qr()));
        gate.scan();
        assertThat(gate.word()).hasText("有效");
    }

    @Test
    void aRevokedOneIsRed() throws IOException {
        GateDevice gate =
                prepared(CameraPicture.still(certificates.after("REVOKED").qr()));
        gate.scan();
        assertThat(gate.word()).hasText("已作废");
        assertThat(gate.tone()).isEqualTo("stop");
        assertThat(gate.page.locator("#compare")).isHidden();
    }

    @Test
    void aForgedOneWithACopiedSignatureIsRed() throws IOException {
        Carried one = certificates.valid(900);
        Carried other = certificates.valid(800);
        // The last 64 bytes are the signature: it begins in one of the last ten blocks.
        String forged = one.qr().substring(0, one.qr().length() - 150)
                + other.qr().substring(other.qr().length() - 150);
        GateDevice gate = prepared(CameraPicture.still(forged));
        gate.scan();
        assertThat(gate.word()).hasText("签名不符，假证");
        assertThat(gate.tone()).isEqualTo("stop");
        assertThat(gate.page.locator("#facts")).isHidden();
    }

    @Test
    void aTrueTokenOnALookAlikeSiteIsRedAndTheSiteIsNeverOpened() throws IOException {
        Carried carried = certificates.valid(900);
        String alike = carried.qr().replaceFirst("https?://[^/]+", "https://www.chizheng.example.com");
        GateDevice gate = prepared(CameraPicture.still(alike));
        gate.page.onRequest(request -> assertThat(request.url()).doesNotContain("example.com"));
        gate.scan();
        assertThat(gate.word()).hasText("不是本机关的证");
        assertThat(gate.page.locator("#address")).containsText("www.chizheng.example.com");
        assertThat(gate.page.locator("a[href*='example.com']")).hasCount(0);
    }

    @Test
    void whatTheListAndTheDatesSayIsSaidWithoutANetwork() throws IOException {
        Carried valid = certificates.valid(900);
        Carried soon = certificates.valid(20);
        Carried suspended = certificates.after("SUSPENDED");
        Carried expired = certificates.valid(-1);
        GateDevice gate = prepared(null);
        assertThat(gate.check(valid.qr())).isEqualTo("VALID go");
        assertThat(gate.check(soon.qr())).isEqualTo("EXPIRING go");
        assertThat(gate.check(suspended.qr())).isEqualTo("SUSPENDED stop");
        assertThat(gate.check(expired.qr())).isEqualTo("EXPIRED stop");
        assertThat(gate.check(valid.qr().replaceFirst("#.*", ""))).isEqualTo("CHECK_ONLINE wait");
    }

    @Test
    void anOldListAndAWrongClockAreAmber() throws IOException {
        Carried valid = certificates.valid(900);
        Carried suspended = certificates.after("SUSPENDED");
        GateDevice gate = prepared(null);
        gate.page.clock().setFixedTime(Instant.now().plus(Duration.ofHours(25)).toEpochMilli());
        assertThat(gate.check(valid.qr())).isEqualTo("LIST_TOO_OLD wait");
        assertThat(gate.word()).hasText("清单太旧");
        assertThat(gate.page.locator("#age")).hasAttribute("data-state", "bad");
        assertThat(gate.check(suspended.qr())).isEqualTo("SUSPENDED stop");
        gate.page.clock().setFixedTime(Instant.now().minus(Duration.ofDays(2)).toEpochMilli());
        assertThat(gate.check(valid.qr())).isEqualTo("CLOCK_WRONG wait");
    }

    @Test
    void aDeviceThatNeverHadANetworkSaysSo() throws IOException {
        Carried valid = certificates.valid(900);
        certificates.publish();
        device = new GateDevice(null);
        device.page.route("**/{status,.well-known}/**", route -> route.abort());
        device.page.route("**/status", route -> route.abort());
        device.visit(base.toString());
        assertThat(device.check(valid.qr())).isEqualTo("UNKNOWN_KEY wait");
        assertThat(device.page.locator("#because")).containsText("请联网更新");
    }

    @Test
    void aPictureAScannerAndTheKeyboardAnswerToo() throws IOException {
        Carried valid = certificates.valid(900);
        GateDevice gate = prepared(null);
        Page page = gate.page;
        page.locator("#picture")
                .setInputFiles(new FilePayload(
                        "photo.png",
                        "image/png",
                        CameraPicture.handHeld(valid.qr()).png()));
        assertThat(gate.word()).hasText("有效");
        // A scanner that acts as a keyboard, while the answer before is still shown.
        page.keyboard().type(certificates.valid(10).qr());
        page.keyboard().press("Enter");
        assertThat(gate.word()).hasText("有效，临期");
        page.keyboard().press("Escape");
        page.locator("#text").fill(valid.code());
        page.locator("#text").press("Enter");
        assertThat(gate.word()).hasText("需要联网查验");
        page.keyboard().press("Escape");
        page.locator("#picture").setInputFiles(new FilePayload("x.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(page.locator("#note")).containsText("没有找到二维码");
    }

    @Test
    void theLogSurvivesIsExportedAndHandedOver() throws IOException {
        bank.ensure();
        Carried valid = certificates.valid(900);
        GateDevice gate = prepared(null);
        Page page = gate.page;
        page.locator("#gate-name").fill("3号门岗");
        page.locator("#naming button").click();
        gate.check(valid.qr());
        gate.check("https://look-alike.example.com/v/" + valid.code());
        page.reload();
        page.locator("#open-log").click();
        assertThat(page.locator("#entries li")).hasCount(2);
        assertThat(page.locator("#entries")).containsText("3号门岗");
        Download file = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(Files.readString(file.path()))
                .contains(valid.code(), "look-alike.example.com")
                .doesNotContain("测试工人");
        page.locator("#hand-over").click();
        assertThat(page.locator("#log-note")).containsText("没有网络");
        gate.phone.setOffline(false);
        page.locator("#hand-over").click();
        assertThat(page.locator("#log-note")).containsText("登录");
        page.locator("#sign-in a").click();
        page.locator("#u").fill("employer");
        page.locator("#p").fill("chizheng-demo");
        page.locator("main button").click();
        page.waitForURL("**/desk");
        page.navigate(base + "gate");
        page.locator("#open-log").click();
        page.locator("#hand-over").click();
        assertThat(page.locator("#log-note")).containsText("已上报 2 条");
        assertThat(page.locator("#hand-over")).isDisabled();
        page.reload();
        page.locator("#open-log").click();
        assertThat(page.locator("#log-count")).containsText("0 条未上报");
    }

    @Test
    void theLanguageChangesWithoutANetwork() throws IOException {
        Carried valid = certificates.valid(900);
        GateDevice gate = prepared(null);
        gate.check(valid.qr());
        gate.page.locator("#language").click();
        assertThat(gate.word()).hasText("Valid");
        gate.page.reload();
        assertThat(gate.page).hasTitle("Chizheng gate check");
        assertThat(gate.page.locator("#camera")).hasText("Scan by camera");
    }
}
