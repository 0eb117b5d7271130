package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** A gate's phone: a real Chromium, whose camera sees what it is given. */
final class GateDevice implements AutoCloseable {
    private final Playwright playwright = Playwright.create();
    private final Browser browser;
    final BrowserContext phone;
    final Page page;

    /** @param film what the camera sees, or null for none in use */
    GateDevice(Path film) {
        List<String> arguments = new ArrayList<>(Chromium.ARGUMENTS);
        arguments.add("--use-fake-ui-for-media-stream");
        arguments.add("--use-fake-device-for-media-stream");
        if (film != null) {
            arguments.add("--use-file-for-fake-video-capture=" + film.toAbsolutePath());
        }
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.EXECUTABLE)
                        .setArgs(arguments));
        phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setPermissions(List.of("camera")));
        page = phone.newPage();
    }

    /** The one visit with a network: when it ends, the device has everything. */
    void visit(String base) {
        page.navigate(base + "gate");
        page.waitForSelector(
                "body[data-kept]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    /** Flight mode, and the page started anew. */
    void flightMode() {
        phone.setOffline(true);
        page.reload();
        page.waitForSelector(
                "body[data-ready]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    }

    /** As a scanner would give it. @return result and tone */
    String check(String text) {
        Map<?, ?> answer = (Map<?, ?>) page.evaluate("text => chizhengGate.check(text)", text);
        return answer.get("result") + " " + answer.get("tone");
    }

    void scan() {
        page.locator("#camera").click();
        assertThat(word()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
    }

    Locator word() {
        return page.locator("#word");
    }

    String tone() {
        return page.locator("body").getAttribute("data-tone");
    }

    double measured(String name) {
        Object millis = page.evaluate("name => performance.getEntriesByName(name).at(-1).duration", name);
        assertThat(millis).isInstanceOf(Number.class);
        return ((Number) millis).doubleValue();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
