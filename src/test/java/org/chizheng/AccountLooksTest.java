package org.chizheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.chizheng.account.Asker;
import org.chizheng.common.Sql;
import org.chizheng.demo.DemoAuthority;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;

/** The two steps to an account, by keyboard alone: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AccountLooksTest {
    @TestHTTPResource("/")
    URL base;

    @Inject
    Asker asker;

    @Inject
    Sql sql;

    /** As the demo tells how to try it. */
    private static final class Demo extends DemoAuthority {
        private Demo() {
            super(
                    null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null);
        }

        @Override
        public Optional<Tour> tour() {
            return Optional.of(new Tour(List.of(), "chizheng-demo", "", ""));
        }
    }

    private static void type(Page page, String... words) {
        for (String each : words) {
            page.keyboard().insertText(each);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
    }

    private void look(Page page, String path, String name) {
        page.navigate(base + path + "?lang=en");
        ExamBrowser.look(page, name + "-en");
        page.navigate(base + path + "?lang=zh");
        ExamBrowser.look(page, name);
    }

    @Test
    void somebodyOpensAnAccountWithoutATicket() {
        sql.update("DELETE FROM account_meter");
        Asker.Human human = Asker.human();
        try (ExamBrowser browser = new ExamBrowser()) {
            Page page = browser.computer().newPage();
            look(page, "account/ticket", "account-ticket");
            look(page, "account/new", "account-new");
            page.locator("#name").focus();
            type(page, human.name(), human.number().substring(0, 17) + "A", human.phone());
            assertThat(page.locator("[role=alert]")).containsText("证件号码");
            ExamBrowser.look(page, "account-new-refused", 360);
            page.locator("#number").focus();
            type(page, human.number(), human.phone());
            page.waitForURL("**/account/code");
            look(page, "account/code", "account-code");
            QuarkusMock.installMockForType(new Demo(), DemoAuthority.class);
            look(page, "account/code", "account-code-demo");
            assertThat(page.locator("#demo + p a")).hasAttribute("href", "/messages");
            asker.deliver();
            page.locator("#code").focus();
            type(page, "000000", human.username(), "a long word for tests", "a long word for tests");
            assertThat(page.locator("[role=alert]")).containsText("还可以再试");
            ExamBrowser.look(page, "account-code-refused", 360);
            page.locator("#code").fill(asker.codeTo(human.phone()).orElseThrow());
            page.locator("#password").focus();
            type(page, "a long word for tests", "a long word for tests");
            page.waitForURL("**/sign-in?opened=true");
            assertThat(page.locator(".notice-success")).containsText("账号已开通");
        }
    }
}
