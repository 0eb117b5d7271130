package org.chizheng.practice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import org.chizheng.practice.rule.MockClock;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A mock paper: one item a page while the time runs, then the result and every item with its explanation. Until it has ended, no page tells what is right. */
@Path("/practice/mocks/{mock}")
@RolesAllowed(Roles.CANDIDATE)
public class MockPaperPage {
    private static final int OK = 200;
    private final Sheets sheets;
    private final Rounds rounds;
    private final Desks desks;
    private final Choosing choosing;
    private final Closing closing;
    private final MockResults results;
    private final CurrentUser user;
    private final DatabaseClock clock;

    MockPaperPage(
            Sheets sheets,
            Rounds rounds,
            Desks desks,
            Choosing choosing,
            Closing closing,
            MockResults results,
            CurrentUser user,
            DatabaseClock clock) {
        this.sheets = sheets;
        this.rounds = rounds;
        this.desks = desks;
        this.choosing = choosing;
        this.closing = closing;
        this.results = results;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mockQuestion(
                SubjectView subject, MockView mock, QuestionView question, Refused refused);

        static native TemplateInstance mockHandIn(SubjectView subject, MockView mock);

        static native TemplateInstance mockResult(SubjectView subject, MockResultView result, boolean late);

        static native TemplateInstance mockJudged(
                SubjectView subject, MockResultView result, JudgedView item, PlaceView before, PlaceView after);
    }

    /** @param place an item of the paper; if left out, the first without a choice, or the first */
    @GET
    public Response paper(@RestPath UUID mock, @RestQuery String place) {
        Sheet sheet = current(mock);
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
                current(mock);
                return to(mock, "/result?late=true");
            }
        } catch (Refused refused) {
            if (refused.reason() != PracticeRefusal.CHOICE_INVALID) {
                throw refused;
            }
            return Pages.of(refused.reason().status(), question(current(mock), number, rounds.choices(mock), refused));
        }
        List<Integer> later =
                current(mock).places().stream().filter(other -> other > number).toList();
        return later.isEmpty() ? to(mock, "/hand-in") : to(mock, "?place=" + later.get(0));
    }

    /** Asks once more, and says what is not answered. */
    @GET
    @Path("hand-in")
    public Response beforeHandIn(@RestPath UUID mock) {
        Sheet sheet = current(mock);
        if (!sheet.round().isOpen()) {
            return to(mock, "/result");
        }
        return Pages.of(OK, Templates.mockHandIn(subject(sheet), view(sheet, rounds.choices(mock), 0)));
    }

    @POST
    @Path("hand-in")
    public Response handIn(@RestPath UUID mock) {
        closing.handIn(user.personId(), mock);
        return to(mock, "/result");
    }

    /**
     * @param place an item to be explained; the whole result if left out
     * @param late whether the page tells that the last choice came too late
     */
    @GET
    @Path("result")
    public Response result(
            @RestPath UUID mock, @RestQuery String place, @RestQuery @DefaultValue("false") boolean late) {
        Sheet sheet = current(mock);
        if (sheet.round().isOpen()) {
            return to(mock, "");
        }
        MockResultView result = results.of(sheet, subject(sheet));
        if (place == null) {
            return Pages.of(OK, Templates.mockResult(subject(sheet), result, late));
        }
        int wanted = Places.parse(place);
        sheet.item(wanted).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Rounds.Given given = rounds.answers(mock).get(wanted);
        int at = sheet.places().indexOf(wanted);
        return Pages.of(
                OK,
                Templates.mockJudged(
                        subject(sheet),
                        result,
                        sheet.judged(wanted, given == null ? 0 : given.chosen()),
                        at > 0 ? result.places().get(at - 1) : null,
                        at + 1 < result.total() ? result.places().get(at + 1) : null));
    }

    /** The paper as it is now; one whose time is over is ended first. */
    private Sheet current(UUID mock) {
        UUID person = user.personId();
        Sheet sheet = sheets.find(mock, person, true);
        Round now = closing.ifOver(person, sheet.round());
        return now.isOpen() == sheet.round().isOpen() ? sheet : sheets.of(now);
    }

    private SubjectView subject(Sheet sheet) {
        return desks.subject(sheet.round().subject());
    }

    private TemplateInstance question(Sheet sheet, int place, Map<Integer, Integer> choices, Refused refused) {
        sheet.item(place).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Templates.mockQuestion(
                subject(sheet),
                view(sheet, choices, place),
                sheet.question(place, choices.getOrDefault(place, 0)),
                refused);
    }

    private MockView view(Sheet sheet, Map<Integer, Integer> choices, int current) {
        List<Integer> places = sheet.places();
        Round round = sheet.round();
        return new MockView(
                round.id(),
                places.size(),
                (int) places.stream().filter(choices::containsKey).count(),
                round.deadline(),
                MockClock.secondsLeft(clock.now(), round.deadline()),
                places.stream()
                        .map(place -> new PlaceView(
                                place, places.indexOf(place) + 1, choices.containsKey(place), place == current))
                        .toList());
    }

    private static int firstOpen(Sheet sheet, Map<Integer, Integer> choices) {
        return sheet.places().stream()
                .filter(place -> !choices.containsKey(place))
                .findFirst()
                .or(() -> sheet.places().stream().findFirst())
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Response to(UUID mock, String rest) {
        return Response.seeOther(URI.create("/practice/mocks/" + mock + rest)).build();
    }
}
