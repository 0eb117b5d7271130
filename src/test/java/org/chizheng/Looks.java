package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;

import jakarta.inject.Inject;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.http.TestHTTPResource;

/** Pages of the demo authority seen in a real browser: no axe violation, nothing wider than its window, in both languages. What is wrong is told at the end, all of it. */
abstract class Looks {
    final SoftAssertions seen = new SoftAssertions();

    @TestHTTPResource("/")
    URL base;

    @Inject
    StarterBank bank;

    ExamBrowser browser;
    Page page;

    @BeforeEach
    void openTheDemo() {
        bank.ensure();
        browser = new ExamBrowser();
        page = browser.computer().newPage();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
        seen.assertAll();
    }

    void signIn(String account) {
        signIn(account, "chizheng-demo");
    }

    void signIn(String account, String password) {
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(account);
        page.locator("#p").fill(password);
        page.locator("main button").click();
        assertThat(page.url()).endsWith("/desk");
    }

    /** All widths in Chinese, the narrowest in English too. */
    void look(String path, String name) {
        String join = path.contains("?") ? "&" : "?";
        page.navigate(base + path + join + "lang=en");
        seen.assertThatCode(() -> ExamBrowser.look(page, name + "-en", 360)).doesNotThrowAnyException();
        page.navigate(base + path + join + "lang=zh");
        lookHere(name);
    }

    /** As it stands. */
    void lookHere(String name) {
        seen.assertThatCode(() -> ExamBrowser.look(page, name)).doesNotThrowAnyException();
    }
}
