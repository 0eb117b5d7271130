package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.common.OfficialClock;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Every answer of the gate check and its other screens: no axe violation, nothing wider than the window, in both languages; the answer fills the screen in its colour. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GateLooksTest {
    private static final String COVERS = """
            () => { const {left, right, top, bottom} = document.getElementById('answer').getBoundingClientRect();
              const next = document.getElementById('next').getBoundingClientRect();
              return left <= 0 && right >= innerWidth && top < 100 && bottom >= innerHeight - 1 && next.bottom <= innerHeight && next.height >= 44; }""";
    /** Shift of the layout since the page was opened (W3C Layout Instability), without what a touch has brought about. */
    private static final String SHIFT = """
            () => new Promise((resolve) => { let sum = 0;
              new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; }).observe({type: 'layout-shift', buffered: true});
              setTimeout(() => resolve(sum), 300); })""";

    @TestHTTPResource("/")
    URL base;

    @Inject
    GateCertificates certificates;

    @Inject
    OfficialClock clock;

    private final SoftAssertions seen = new SoftAssertions();

    @Test
    void everyScreenIsFitToBeSeen() {
        Map<String, String> codes = codes();
        certificates.publish();
        try (GateDevice gate = new GateDevice(null)) {
            gate.visit(base.toString());
            Page page = gate.page;
            seen.assertThat((Number) page.evaluate(SHIFT))
                    .extracting(Number::doubleValue)
                    .satisfies(shift -> assertThat(shift).as("layout shift").isLessThan(0.02));
            look(page, "scan");
            page.setViewportSize(360, 740);
            page.locator("#gate-name").fill("3号门岗");
            page.locator("#naming button").click();
            page.locator("#camera").click();
            look(page, "camera");
            page.locator("#camera").click();
            for (boolean english : new boolean[] {false, true}) {
                codes.forEach((name, code) -> {
                    gate.check(code);
                    look(page, name + (english ? "-en" : ""));
                    page.locator("#next").click();
                });
                page.locator("#open-log").click();
                look(page, "log" + (english ? "-en" : ""));
                page.locator("#close-log").click();
                page.locator("#language").click();
            }
            page.clock().setFixedTime(Instant.now().plus(Duration.ofHours(25)).toEpochMilli());
            gate.check(codes.get("valid"));
            look(page, "old-list");
            page.locator("#next").click();
            look(page, "scan-old-list");
            page.clock().setFixedTime(Instant.now().minus(Duration.ofDays(2)).toEpochMilli());
            gate.check(codes.get("valid"));
            look(page, "wrong-clock");
        }
        seen.assertAll();
    }

    private Map<String, String> codes() {
        LocalDate today = clock.today();
        Map<String, String> codes = new LinkedHashMap<>();
        String valid = certificates.valid(900).qr();
        codes.put("valid", valid);
        codes.put("expiring", certificates.valid(20).qr());
        codes.put(
                "review-due",
                certificates
                        .issue(today.minusYears(2), today.plusYears(2), today.plusDays(30))
                        .qr());
        codes.put(
                "review-overdue",
                certificates
                        .issue(today.minusYears(2), today.plusYears(2), today.minusDays(30))
                        .qr());
        codes.put("expired", certificates.valid(-1).qr());
        codes.put(
                "not-yet-valid",
                certificates.issue(today.plusDays(3), today.plusYears(2), null).qr());
        codes.put("suspended", certificates.after("SUSPENDED").qr());
        codes.put("revoked", certificates.after("REVOKED").qr());
        codes.put("forged", valid.substring(0, valid.length() - 4) + "0000");
        codes.put("look-alike", valid.replaceFirst("https?://[^/]+", "https://www.chizheng.example.com"));
        codes.put("code-only", valid.replaceFirst("#.*", ""));
        codes.put("unreadable", "你好");
        return codes;
    }

    private void look(Page page, String name) {
        seen.assertThatCode(() -> ExamBrowser.look(page, "gate-" + name)).doesNotThrowAnyException();
        for (int[] size : new int[][] {{360, 640}, {820, 900}}) {
            page.setViewportSize(size[0], size[1]);
            if ("answer".equals(page.locator("body").getAttribute("data-phase"))) {
                seen.assertThat((Boolean) page.evaluate(COVERS))
                        .as("%s covers the screen at %d", name, size[0])
                        .isTrue();
            }
        }
    }
}
