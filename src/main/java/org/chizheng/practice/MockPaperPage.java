package org.chizheng.practice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A mock paper, one item a page while the time runs. Nothing here tells what is right. */
@Path("/practice/mocks/{mock}")
@RolesAllowed(Roles.CANDIDATE)
public class MockPaperPage {
    private static final int OK = 200;
    private final MockPapers papers;
    private final Rounds rounds;
    private final Desks desks;
    private final Choosing choosing;
    private final CurrentUser user;
    private final DatabaseClock clock;

    MockPaperPage(
            MockPapers papers, Rounds rounds, Desks desks, Choosing choosing, CurrentUser user, DatabaseClock clock) {
        this.papers = papers;
        this.rounds = rounds;
        this.desks = desks;
        this.choosing = choosing;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mockQuestion(
                SubjectView subject, MockView mock, QuestionView question, Refused refused);
    }

    /** @param place an item of the paper; if left out, the first without a choice, or the first */
    @GET
    public Response paper(@RestPath UUID mock, @RestQuery String place) {
        Sheet sheet = papers.current(mock, user.personId());
        if (!sheet.round().isOpen()) {
            return to(mock, "/result");
        }
        Map<Integer, Integer> choices = rounds.choices(mock);
        int wanted = place == null ? firstOpen(sheet, choices) : Places.parse(place);
        return Pages.of(OK, question(sheet, wanted, choices, null));
    }

    @POST
    public Response choose(@RestPath UUID mock, @RestForm String place, @RestForm List<String> choice) {
        int number = Places.parse(place);
        try {
            if (!choosing.choose(user.personId(), mock, number, choice)) {
                papers.current(mock, user.personId());
                return to(mock, "/result?late=true");
            }
        } catch (Refused refused) {
            if (refused.reason() != PracticeRefusal.CHOICE_INVALID) {
                throw refused;
            }
            return Pages.of(
                    refused.reason().status(),
                    question(papers.current(mock, user.personId()), number, rounds.choices(mock), refused));
        }
        List<Integer> later = papers.current(mock, user.personId()).places().stream()
                .filter(other -> other > number)
                .toList();
        return later.isEmpty() ? to(mock, "/hand-in") : to(mock, "?place=" + later.get(0));
    }

    private TemplateInstance question(Sheet sheet, int place, Map<Integer, Integer> choices, Refused refused) {
        return Templates.mockQuestion(
                desks.subject(sheet.round().subject()),
                MockView.of(sheet, choices, place, clock.now()),
                sheet.question(place, choices.getOrDefault(place, 0)),
                refused);
    }

    private static int firstOpen(Sheet sheet, Map<Integer, Integer> choices) {
        return sheet.places().stream()
                .filter(place -> !choices.containsKey(place))
                .findFirst()
                .or(() -> sheet.places().stream().findFirst())
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    static Response to(UUID mock, String rest) {
        return Response.seeOther(URI.create("/practice/mocks/" + mock + rest)).build();
    }
}
