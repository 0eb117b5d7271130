package org.chizheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Equipping;
import org.chizheng.certificate.Certificates;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.scoring.Releasing;
import org.chizheng.scoring.Results;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.Enrolling;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.Opening;
import org.chizheng.session.Scheduling;
import org.chizheng.session.Sessions;
import org.junit.jupiter.api.BeforeEach;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.http.TestHTTPResource;

/** A room that is running, with one candidate checked in, made by the legal steps. */
public abstract class RunningRoom {
    protected static final String ID_NUMBER = "320100199001010018";
    private static final String SECRET = "a secret for the staff of tests";
    protected static final String NAME = "演示考生甲";

    @TestHTTPResource("/")
    URL base;

    @Inject
    protected Loading loading;

    @Inject
    protected BlueprintLoading blueprints;

    @Inject
    protected Equipping equipping;

    @Inject
    protected Scheduling scheduling;

    @Inject
    protected Enrolling enrolling;

    @Inject
    protected Opening opening;

    @Inject
    protected CheckingIn checkingIn;

    @Inject
    protected Sessions sessions;

    @Inject
    protected Results results;

    @Inject
    protected Releasing releasing;

    @Inject
    protected Certificates certificates;

    @Inject
    protected OfficialClock clock;

    @Inject
    protected Accounting accounting;

    protected UUID session;
    protected String ticket;

    @BeforeEach
    protected void aRunningRoomWithOneCandidateCheckedIn() throws IOException {
        Path bank = BankFixture.write(Files.createTempDirectory(Path.of("target"), "bank"));
        loading.load(bank);
        blueprints.load(bank);
        assertThat(loading.load(bank).newRevisions())
                .as("a second load changes nothing")
                .isZero();
        UUID centre = equipping.centre("T" + UUID.randomUUID(), "测试考点", "Test centre", "320102");
        session = scheduling.schedule(equipping.room(centre, "1", 5), "principal-hazchem-production", clock.now());
        ticket = enrolling.enrol(session, NAME, ID_NUMBER, null);
        beforeCheckIn();
        opening.openCheckIn(session, "4 2 6");
        EnrolmentView enrolment = sessions.byTicket(ticket).orElseThrow();
        checkingIn.checkIn(session, enrolment.id());
        opening.start(session);
    }

    /** What else is to be planned for the session. */
    protected void beforeCheckIn() {}

    /** The candidate signs in at a computer. */
    Page signedIn(BrowserContext computer) {
        Page page = computer.newPage();
        ExamBrowser.signIn(page, base.toString(), ticket, ID_NUMBER);
        return page;
    }

    /** An invigilator, and manager of all centres, signs in. */
    void signInAsStaff(Page page) {
        String username = Entrance.newUsername();
        var account = accounting.open(username, SECRET, "测试", "Test", null);
        for (String role : List.of(Roles.CENTRE_MANAGER, Roles.INVIGILATOR)) {
            accounting.grant(account, new Grant(role, null, null, null));
        }
        page.navigate(base + "sign-in?lang=zh");
        page.locator("#u").fill(username);
        page.locator("#p").fill(SECRET);
        page.locator("main button").click();
    }
}
