package org.chizheng.practice;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Pages;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Before a mock paper is handed in: what is not answered yet, and the last question whether it shall be. */
@Path("/practice/mocks/{mock}/hand-in")
@RolesAllowed(Roles.CANDIDATE)
public class MockHandInPage {
    private static final int OK = 200;
    private final MockPapers papers;
    private final Rounds rounds;
    private final Desks desks;
    private final Closing closing;
    private final CurrentUser user;
    private final DatabaseClock clock;

    MockHandInPage(
            MockPapers papers, Rounds rounds, Desks desks, Closing closing, CurrentUser user, DatabaseClock clock) {
        this.papers = papers;
        this.rounds = rounds;
        this.desks = desks;
        this.closing = closing;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mockHandIn(SubjectView subject, MockView mock);
    }

    /** An ended paper shows its result instead. */
    @GET
    public Response ask(@RestPath UUID mock) {
        Sheet sheet = papers.current(mock, user.personId());
        if (!sheet.round().isOpen()) {
            return MockPaperPage.to(mock, "/result");
        }
        SubjectView subject = desks.subject(sheet.round().subject());
        MockView view = MockView.of(sheet, rounds.choices(mock), 0, clock.now());
        return Pages.of(OK, Templates.mockHandIn(subject, view));
    }

    @POST
    public Response handIn(@RestPath UUID mock) {
        closing.handIn(user.personId(), mock);
        return MockPaperPage.to(mock, "/result");
    }
}
