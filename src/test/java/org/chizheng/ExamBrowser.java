package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** A candidate's hands and eyes in a real Chromium. */
final class ExamBrowser implements AutoCloseable {
    static final String SAVED = "已保存";
    /** A computer that can read aloud; what it would say stands in said. */
    static final String VOICE = """
            const voices = [{lang: 'zh-CN', name: 'v'}];
            window.said = [];
            Object.defineProperty(window, 'speechSynthesis', {value: {getVoices: () => voices, cancel() {}, speak: (u) => window.said.push(u.text),
              addEventListener() {}}});
            window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };""";

    static final Path SHOTS = Path.of("target", "screenshots");
    /** Pictures are for people: they take time, and no test looks at them. All: what a window shows; whole: down to the end of the page. */
    static final boolean WHOLE_SHOTS = "whole".equals(System.getenv("CHIZHENG_SCREENSHOTS"));

    static final boolean ALL_SHOTS = WHOLE_SHOTS || "all".equals(System.getenv("CHIZHENG_SCREENSHOTS"));

    /** What does not fit: parts of the frame over each other or outside, words cut off, buttons too small for a finger. */
    private static final String MISFITS = """
            () => {
              const seen = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.getClientRects().length > 0;
              const name = (e) => e.className + ' "' + e.textContent.slice(0, 20) + '"';
              const told = document.documentElement.scrollWidth > innerWidth
                ? ['the page is wider than the window'].concat([...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                  .slice(0, 12).map((e) => e.tagName + ' ' + name(e))) : [];
              const frame = ['.who', '.saved', '.timer', '.tools'].map((s) => document.querySelector(s)).filter((e) => e && seen(e))
                .map((e) => [e, e.getBoundingClientRect()]);
              frame.forEach(([e, a], i) => {
                if (a.left < 0 || a.right > innerWidth) told.push('outside: ' + name(e));
                for (const [o, b] of frame.slice(i + 1)) {
                  if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) told.push(name(e) + ' over ' + name(o));
                }
              });
              const strip = document.querySelector('.strip');
              if (strip && strip.scrollHeight > strip.clientHeight) told.push('too low for its words: ' + strip.textContent);
              const box = document.querySelector('dialog[open]');
              if (box && box.scrollWidth > box.clientWidth) told.push('a dialog is wider than itself');
              for (const e of (box ?? document).querySelectorAll('.exam button, .exam .option, .exam .choice-option')) {
                if (!seen(e)) continue;
                const {left, right, width, height} = e.getBoundingClientRect();
                if (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) told.push('too small for its words: ' + name(e));
                if (left < 0 || right > innerWidth + 1) told.push('outside: ' + name(e));
                if (height < (e.matches('.card-place .cell') ? 33 : 43.5) || width < 27.5) told.push('hard to hit: ' + name(e));
              }
              return told;
            }""";

    private final List<BrowserContext> computers = new ArrayList<>();

    /** A computer of its own: nothing is shared with another. */
    BrowserContext computer() {
        return computer(new Browser.NewContextOptions());
    }

    BrowserContext computer(Browser.NewContextOptions options) {
        BrowserContext computer = Chromium.shared().newContext(options.setViewportSize(1440, 900));
        computers.add(computer);
        return computer;
    }

    static void signIn(Page page, String base, String ticket, String idNumber) {
        page.navigate(base + "exam");
        page.locator("#t").fill(ticket);
        page.locator("#n").fill(idNumber);
        page.locator("main button").click();
        page.waitForURL("**/exam/room");
    }

    /** The button that starts the examination. */
    static Locator start(Page page) {
        return page.locator(".welcome-acts .act-main");
    }

    static void begin(Page page) {
        start(page).click();
        assertThat(page.locator("body")).hasAttribute("data-phase", "exam");
    }

    /** Chooses the option, from 0, of the question that is shown. */
    static void choose(Page page, int option) {
        page.locator("label.option").nth(option).click();
    }

    /** By the card, as on a large screen. */
    static void go(Page page, int question) {
        page.locator(".card-place .cell").nth(question - 1).click();
        assertThat(heading(page)).containsText("第 " + question + " 题");
    }

    static Locator heading(Page page) {
        return page.locator("h1").first();
    }

    /** No axe violation, nothing wider than the window, and a picture at each width. */
    static void look(Page page, String name, int... widths) {
        for (int width : widths.length == 0 ? new int[] {360, 820, 1440} : widths) {
            page.setViewportSize(width, width == 360 ? 740 : 900);
            if (ALL_SHOTS) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(WHOLE_SHOTS)
                        .setPath(SHOTS.resolve(name + "-" + width + ".png")));
            }
            assertThat(Accessibility.violations(page)).as(name + " " + width).isEmpty();
            fits(page, name + " " + width);
        }
    }

    /** Everything can be read and hit, in the page's language. */
    static void fits(Page page, String name) {
        assertThat(misfits(page)).as(name).isEmpty();
        assertThat(page.content()).as(name).doesNotContain("??");
    }

    static List<String> misfits(Page page) {
        return ((List<?>) page.evaluate(MISFITS)).stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        computers.forEach(ExamBrowser::close);
    }

    /** While a request of its page is still being answered by the test, the browser may say that it is closed already: then it is. */
    private static void close(BrowserContext computer) {
        try {
            computer.close();
        } catch (PlaywrightException e) {
            if (!String.valueOf(e.getMessage()).contains("has been closed")) {
                throw e;
            }
        }
    }
}
