package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.chizheng.bank.Items;
import org.chizheng.demo.DemoAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** The pages on which items are written, reviewed, exchanged, analysed and practised: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BankLooksTest {
    private static final String SUBJECT = "low-voltage-electrical";
    private static final String BANK = "bank/" + SUBJECT;
    private static final String PRACTICE = "practice/" + SUBJECT;

    @TestHTTPResource("/")
    URL base;

    @Inject
    StarterBank bank;

    @Inject
    DemoAuthority demo;

    @Inject
    Items items;

    private ExamBrowser browser;

    /** What is ugly is told of all pages, not of the first alone. */
    private final SoftAssertions seen = new SoftAssertions();

    @BeforeEach
    void open() {
        bank.ensure();
        browser = new ExamBrowser();
    }

    @AfterEach
    void close() {
        browser.close();
        seen.assertAll();
    }

    @Test
    void itemsAreWrittenReviewedAndExchanged() throws Exception {
        Page author = signedIn("author");
        for (String page : List.of("/checks", "/import", "/export", "/enemies", "/blueprint", "/analysis")) {
            look(author, BANK + page, "bank" + page.replace('/', '-'));
        }
        look(author, BANK + "?q=电压", "bank-search");
        String code = items.current(SUBJECT).get(0).item();
        look(author, "bank/items/" + code, "bank-item");
        look(author, "bank/items/" + code + "/analysis", "bank-item-analysis");
        author.navigate(base + BANK + "/new?lang=zh");
        author.locator("#stem").fill("低压配电柜检修前，第一步应当（　　）。");
        author.locator("button[name=act][value=save]").last().click();
        String draft = author.url();
        look(author, draft.substring(base.toString().length()), "bank-draft");
        look(author, "bank/work", "bank-work");
        author.navigate(base + BANK + "/import?lang=zh");
        author.locator("#file")
                .setInputFiles(new FilePayload(
                        "items.gift",
                        "text/plain",
                        "::一:: 1 + 1 = 2 {T}\n\n::二:: 先验电再接地 {=对 ~错 ~不一定}\n\n::三:: 写一写 {}\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        author.locator("main form button.button-primary").click();
        author.waitForURL("**/import/*");
        look(author, author.url().substring(base.toString().length()), "bank-import-report");
        Page reviewer = signedIn("reviewer");
        look(reviewer, draft.substring(base.toString().length()).replace("/draft", "/review"), "bank-review");
        look(reviewer, "regrades", "regrades");
        look(reviewer, "regrades/new?item=" + code + "&revision=1", "regrades-new");
    }

    @Test
    void candidatesPractise() {
        Page candidate = signedIn("candidate");
        for (String page :
                List.of("practice", PRACTICE, PRACTICE + "/chapters/01", PRACTICE + "/wrong", PRACTICE + "/mock")) {
            look(candidate, page, page.replace('/', '-'));
        }
        candidate.navigate(base + PRACTICE + "/chapters/01?lang=zh");
        candidate.locator("main form button.button-primary").first().click();
        look(candidate, candidate.url().substring(base.toString().length()), "practice-question");
        candidate.locator("label.option").first().click();
        candidate.locator("main form button.button-primary").first().click();
        look(candidate, candidate.url().substring(base.toString().length()), "practice-judged");
    }

    private Page signedIn(String username) {
        Page page = browser.computer().newPage();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(username);
        page.locator("#p").fill("chizheng-demo");
        page.locator("main button").click();
        assertThat(page.url()).as(username).endsWith("/desk");
        return page;
    }

    /** All widths in Chinese, the narrowest in English too. */
    private void look(Page page, String path, String name) {
        String plain = path.replaceAll("[?&]lang=..", "");
        String with = plain.contains("?") ? "&lang=" : "?lang=";
        page.navigate(base + plain + with + "en");
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en", 360)).doesNotThrowAnyException();
        page.navigate(base + plain + with + "zh");
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }
}
