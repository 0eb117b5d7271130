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

    /** Of many that look alike a few are asked about; whatever differs in what decides it is asked about by itself. */
    @Test
    void aTextThatDoesNotStandOutIsFoundAmongHundredsThatLookLikeIt() {
        try (ExamBrowser browser = new ExamBrowser()) {
            Page page = browser.computer().newPage();
            String rows = "<tr><td>一切正常</td></tr>".repeat(200);
            String table =
                    "<style>td{color:#595959}tr.shade{background:#999}tr:nth-child(150){background:%s}</style><table>%s%s</table>";
            page.setContent(PAGE.formatted(table.formatted("#fff", rows, "")));
            assertThat(Accessibility.violations(page)).isEmpty();
            page.setContent(PAGE.formatted(table.formatted("#888", rows, "")));
            assertThat(Accessibility.violations(page)).as("one row's ground").hasSize(1);
            page.setContent(PAGE.formatted(table.formatted("#fff", rows, "<tr class=shade><td>看不清</td></tr>")));
            assertThat(Accessibility.violations(page)).anyMatch(told -> told.contains("看不清"));
            page.setContent(PAGE.formatted(table.formatted("#fff", rows, "<tr><td style='color:#bbb'>看不清</td></tr>")));
            assertThat(Accessibility.violations(page)).anyMatch(told -> told.contains("看不清"));
            page.setContent(PAGE.formatted(table.formatted(
                    "#fff",
                    rows,
                    "<tr><td><button disabled style='color:#bbb;background:#fff'>不能按</button></td></tr>"
                            + "<tr><td><button style='color:#bbb;background:#fff'>能按</button></td></tr>")));
            assertThat(Accessibility.violations(page))
                    .as("what cannot be pressed need not stand out")
                    .hasSize(1)
                    .anyMatch(told -> told.contains("能按"));
        }
    }
}
