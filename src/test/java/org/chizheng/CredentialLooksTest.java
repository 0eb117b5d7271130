package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import org.chizheng.certificate.status.Placing;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** A holder fetches a certificate for a wallet with a browser: no axe violation, nothing wider than its window, in both languages. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CredentialLooksTest {
    private static final String SECRET = "a long word for tests";

    @TestHTTPResource("/")
    URL base;

    @Inject
    Certified certified;

    @Inject
    Workplace workplace;

    @Inject
    Placing placing;

    @Inject
    Accounting accounting;

    @Test
    void theHolderReadsWhatTheFilesAreAndFetchesThem() throws Exception {
        Workplace.Someone holder = workplace.someone();
        var certificate = certified.issue(holder, "principal-hazchem-production");
        QuarkusTransaction.requiringNew().run(() -> placing.place(certificate));
        try (ExamBrowser browser = new ExamBrowser()) {
            Page page = signedIn(browser, holder);
            for (String lang : new String[] {"en", "zh"}) {
                page.navigate(base + "my?lang=" + lang);
                page.locator("details:has(input[name=jwk]) > summary").click();
                ExamBrowser.look(page, "my-credential-" + lang);
            }
            Download file = page.waitForDownload(
                    () -> page.locator("a[href$='credential.sd-jwt']").click());
            assertThat(file.suggestedFilename()).isEqualTo("credential.sd-jwt");
            assertThat(Files.readString(Path.of(file.path().toString()))).endsWith("~");
            page.locator("input[name=jwk]").fill("{}");
            page.locator("details:has(input[name=jwk]) form button").click();
            assertThat(page.locator("main").textContent()).contains("不是有效的 JWK 公钥");
        }
    }

    private Page signedIn(ExamBrowser browser, Workplace.Someone holder) {
        String name = Entrance.newUsername();
        accounting.grant(
                accounting.open(name, SECRET, holder.name(), holder.name(), holder.id()),
                new Grant(Roles.CANDIDATE, null, null, null));
        Page page = browser.computer().newPage();
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(name);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
        return page;
    }
}
