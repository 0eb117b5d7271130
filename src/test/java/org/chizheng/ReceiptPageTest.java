package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.ExamBrowser.begin;
import static org.chizheng.ExamBrowser.choose;
import static org.chizheng.ExamBrowser.look;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chizheng.journey.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The receipt in a candidate's hands: on the screen after the hand-in, on paper, and on the page behind its QR code. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ReceiptPageTest extends RunningRoom {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final float A4_WIDTH = 595;
    private static final float A4_HEIGHT = 842;

    @TestHTTPResource("/")
    URL base;

    private ExamBrowser browser;
    private BrowserContext computer;
    private Page outcome;
    private String number;

    @BeforeEach
    void aCandidateHasHandedIn() {
        browser = new ExamBrowser();
        computer = browser.computer();
        outcome = computer.newPage();
        ExamBrowser.signIn(outcome, base.toString(), ticket, ID_NUMBER);
        begin(outcome);
        choose(outcome, 1);
        assertThat(outcome.locator("#saved")).hasText(ExamBrowser.SAVED);
        outcome.keyboard().press("h");
        outcome.getByText("确定交卷").click();
        assertThat(outcome.locator("svg.qr")).isVisible();
        assertThat(outcome.locator(".score")).isVisible();
        number = outcome.locator(".receipt-number").textContent().replace(" ", "");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theCodeOnTheScreenLeadsToTheReceipt() throws IOException {
        assertThat(scanned(outcome)).isEqualTo(address());
        assertThat(outcome.locator(".keep .code")).hasText(address());
        Page page = browser.computer().newPage();
        page.navigate(base + "r/" + number);
        assertThat(page.locator("h1")).hasText("核对一致");
        assertThat(scanned(page)).isEqualTo(address());
    }

    private String address() {
        return "http://localhost:8080/r/" + number;
    }

    private static String scanned(Page page) throws IOException {
        page.setViewportSize(1440, 900);
        return Scanner.read(
                ImageIO.read(new ByteArrayInputStream(page.locator("svg.qr").screenshot())));
    }

    @Test
    void theOutcomeIsPrintedAsOneSheetWithTheReceiptAlone() throws IOException {
        outcome.keyboard().press("s");
        outcome.getByText("高对比（黑底）").click();
        outcome.getByText("特大").click();
        outcome.keyboard().press("Escape");
        String text = printed(outcome, "receipt-outcome");
        assertThat(text.replaceAll("\\s", ""))
                .contains("交卷回执", number, address(), "人员考试与证书系统")
                .doesNotContain(NAME, ticket, "合格", "打印回执", "退出");
    }

    @Test
    void printingLeavesTheOutcomeWhereItIs() {
        outcome.evaluate("window.print = () => window.printed = true");
        outcome.getByText("打印回执").click();
        assertThat((Boolean) outcome.evaluate("window.printed")).isTrue();
        assertThat(outcome.locator("a[href]")).hasCount(0);
        assertThat(outcome.url()).endsWith("/exam/room");
        assertThat(outcome.locator(".score")).isVisible();
    }

    @Test
    void thePageIsPrintedAsOneSheet() throws IOException {
        Page page = browser.computer().newPage();
        page.navigate(base + "r/" + number);
        assertThat(printed(page, "receipt-page").replaceAll("\\s", ""))
                .contains("核对一致", number, address())
                .doesNotContain("打印回执", "登录", "English");
        page.evaluate("window.print = () => window.printed = true");
        page.getByText("打印回执").click();
        assertThat((Boolean) page.evaluate("window.printed")).isTrue();
    }

    /** What stands on the paper; its code must be readable there too. */
    private static String printed(Page page, String name) throws IOException {
        byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        Files.write(Files.createDirectories(SHOTS).resolve(name + ".pdf"), pdf);
        assertThat(Scanner.read(pdf)).contains("/r/");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 96),
                    "png",
                    SHOTS.resolve(name + "-print.png").toFile());
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(A4_WIDTH - 1, A4_WIDTH + 1);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(A4_HEIGHT - 1, A4_HEIGHT + 1);
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyAnswerOfThePageIsReadableInBothLanguagesAndAllWidths() throws SQLException {
        Page page = browser.computer().newPage();
        for (String lang : List.of("zh", "en")) {
            lookAt(page, "r", lang, "receipts");
            lookAt(page, "r/" + number, lang, "receipt-holds");
            lookAt(page, "r/0123456789ABCDEF0123", lang, "receipt-unknown");
            lookAt(page, "r/AAAA", lang, "receipt-malformed");
        }
        String entry = "UPDATE response_event SET answer = '%s' WHERE kind = 'ANSWERED' AND sitting_id ="
                + " (SELECT sitting_id FROM receipt WHERE number = '" + number + "')";
        PostgresResource.asOwner(entry.formatted("1"));
        for (String lang : List.of("zh", "en")) {
            lookAt(page, "r/" + number, lang, "receipt-altered");
        }
        PostgresResource.asOwner("UPDATE receipt SET events = 7 WHERE number = '" + number + "'");
        for (String lang : List.of("zh", "en")) {
            lookAt(page, "r/" + number, lang, "receipt-not-signed");
        }
    }

    private void lookAt(Page page, String path, String lang, String name) {
        page.navigate(base + path + "?lang=" + lang);
        look(page, name + "-" + lang);
        if (page.locator("details.fold").count() > 0) {
            page.locator("details.fold summary").click();
            look(page, name + "-own-" + lang);
        }
    }
}
