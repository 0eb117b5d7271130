package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** That looking for violations finds them. */
class AccessibilityTest {
    private static final String PAGE = "<!doctype html><html lang=zh><title>测试</title><main><h1>测试</h1>%s</main>";

    @Test
    void whatIsWrongIsNamedWithItsElement() {
        try (ExamBrowser browser = new ExamBrowser()) {
            Page page = browser.computer().newPage();
            page.setContent(PAGE.formatted("<p>一切正常</p>"));
            assertThat(Accessibility.violations(page)).isEmpty();
            page.setContent(PAGE.formatted("<img src=data:,><p style='color:#ccc;background:#fff'>看不清</p><input>"));
            assertThat(Accessibility.violations(page))
                    .hasSize(3)
                    .anyMatch(told -> told.startsWith("image-alt <img"))
                    .anyMatch(told -> told.startsWith("color-contrast <p"))
                    .anyMatch(told -> told.startsWith("label <input"));
        }
    }
}
