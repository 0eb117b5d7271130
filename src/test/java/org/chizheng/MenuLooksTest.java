package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The menu of whoever has much to do. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MenuLooksTest extends Looks {
    private Locator group(String label) {
        return page.locator("header.site summary", new Page.LocatorOptions().setHasText(label));
    }

    private Locator link(String label) {
        return page.locator("header.site nav a", new Page.LocatorOptions().setHasText(label));
    }

    @Test
    void aGroupIsOpenedByKeyOrPointerAndClosedByEither() {
        signIn("regulator");
        page.setViewportSize(1440, 900);
        group("考试").focus();
        page.keyboard().press("Enter");
        assertThat(link("报名审核")).isVisible();
        seen.assertThatCode(() -> ExamBrowser.look(page, "menu-open", 1440)).doesNotThrowAnyException();
        page.keyboard().press("Escape");
        assertThat(link("报名审核")).isHidden();
        assertThat(group("考试")).isFocused();
        group("考试").click();
        group("规定与系统").click();
        assertThat(link("报名审核")).isHidden();
        seen.assertThatCode(() -> ExamBrowser.look(page, "menu-last", 820)).doesNotThrowAnyException();
        page.mouse().click(10, 600);
        assertThat(link("政策与目录")).isHidden();
        page.keyboard().press("Escape");
        group("持证率与目标").click();
        link("持证预测").click();
        assertThat(page).hasURL(base + "statistics/forecast");
        assertThat(link("持证预测")).hasAttribute("aria-current", "page");
    }

    @Test
    void onATelephoneTheDeskLeadsEverywhere() {
        signIn("regulator");
        page.setViewportSize(360, 740);
        assertThat(group("考试")).isHidden();
        assertThat(link("工作台").first()).isVisible();
        page.navigate(base + "goals?lang=zh");
        assertThat(group("持证率与目标")).isVisible();
        group("持证率与目标").click();
        seen.assertThatCode(() -> ExamBrowser.look(page, "menu-telephone", 360)).doesNotThrowAnyException();
    }
}
