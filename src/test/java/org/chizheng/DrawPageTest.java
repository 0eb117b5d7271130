package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.chizheng.ExamBrowser.look;

import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import org.chizheng.paper.PaperBatching;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** How papers were drawn, and what the bank can do for a blueprint, as people see it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DrawPageTest extends RunningRoom {
    private static final String SECRET = "a secret for the author of tests";

    @Inject
    PaperBatching papers;

    private ExamBrowser browser;
    private Page page;

    @BeforeEach
    void open() {
        browser = new ExamBrowser();
        page = browser.computer().newPage();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void everybodySeesHowThePapersWereDrawn() {
        page.navigate(base + "draws/" + session);
        assertThat(page.locator(".notice")).containsText("成绩发布后公布密钥");
        look(page, "draw-drawn");
        papers.reveal(sessions.find(session).orElseThrow().batchId());
        for (String lang : List.of("zh", "en")) {
            page.navigate(base + "draws/" + session + "?lang=" + lang);
            assertThat(page.locator(".notice-success")).isVisible();
            page.locator("details summary").click();
            look(page, "draw-revealed-" + lang);
        }
    }

    @Test
    void authorsSeeWhetherTheBankCanFillTheBlueprint() {
        loading.load(Path.of("question-bank"));
        blueprints.load(Path.of("question-bank"));
        String username = Entrance.newUsername();
        accounting.grant(
                accounting.open(username, SECRET, "测试", "Test", null), new Grant(Roles.AUTHOR, null, null, null));
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(username);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        for (String lang : List.of("zh", "en")) {
            page.navigate(base + "bank/fusion-welding/blueprint?lang=" + lang);
            assertThat(page.locator(".notice-success")).isVisible();
            look(page, "blueprint-" + lang);
        }
    }
}
