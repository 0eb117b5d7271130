package org.chizheng.practice;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.common.Pages;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How a mock paper went, and every item with its explanation. Until the paper has ended there is no result to see. */
@Path("/practice/mocks/{mock}/result")
@RolesAllowed(Roles.CANDIDATE)
public class MockResultPage {
    private static final int OK = 200;
    private final MockPapers papers;
    private final Rounds rounds;
    private final Desks desks;
    private final MockResults results;
    private final CurrentUser user;

    MockResultPage(MockPapers papers, Rounds rounds, Desks desks, MockResults results, CurrentUser user) {
        this.papers = papers;
        this.rounds = rounds;
        this.desks = desks;
        this.results = results;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mockResult(SubjectView subject, MockResultView result, boolean late);

        static native TemplateInstance mockJudged(
                SubjectView subject, MockResultView result, JudgedView item, PlaceView before, PlaceView after);
    }

    /**
     * @param place an item to be explained; the whole result if left out
     * @param late whether the page tells that the last choice came too late
     */
    @GET
    public Response result(
            @RestPath UUID mock, @RestQuery String place, @RestQuery @DefaultValue("false") boolean late) {
        Sheet sheet = papers.current(mock, user.personId());
        if (sheet.round().isOpen()) {
            return MockPaperPage.to(mock, "");
        }
        SubjectView subject = desks.subject(sheet.round().subject());
        MockResultView result = results.of(sheet, subject);
        if (place == null) {
            return Pages.of(OK, Templates.mockResult(subject, result, late));
        }
        int wanted = Places.parse(place);
        Rounds.Given given = rounds.answers(mock).get(wanted);
        int at = sheet.places().indexOf(wanted);
        return Pages.of(
                OK,
                Templates.mockJudged(
                        subject,
                        result,
                        sheet.judged(wanted, given == null ? 0 : given.chosen()),
                        at > 0 ? result.places().get(at - 1) : null,
                        at + 1 < result.total() ? result.places().get(at + 1) : null));
    }
}
