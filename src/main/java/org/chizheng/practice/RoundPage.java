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
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A round, one item a page: the question, after the answer what was right and why, at the end how it went. */
@Path("/practice/rounds/{round}")
@RolesAllowed(Roles.CANDIDATE)
public class RoundPage {
    private final Sheets sheets;
    private final Rounds rounds;
    private final Desks desks;
    private final Practising practising;
    private final CurrentUser user;

    RoundPage(Sheets sheets, Rounds rounds, Desks desks, Practising practising, CurrentUser user) {
        this.sheets = sheets;
        this.rounds = rounds;
        this.desks = desks;
        this.practising = practising;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance question(
                SubjectView subject, RoundView round, QuestionView question, Refused refused);

        static native TemplateInstance judged(SubjectView subject, RoundView round, JudgedView item);

        static native TemplateInstance summary(SubjectView subject, RoundView round);
    }

    /** @param place an item of the round; if left out, the first that is not answered, or the summary */
    @GET
    public TemplateInstance round(@RestPath UUID round, @RestQuery String place) {
        Sheet sheet = sheets.find(round, user.personId(), false);
        Map<Integer, Rounds.Given> answers = rounds.answers(round);
        SubjectView subject = desks.subject(sheet.round().subject());
        RoundView view = view(sheet, answers);
        Integer wanted = place == null ? firstOpen(sheet, answers) : Integer.valueOf(Places.parse(place));
        if (wanted == null) {
            return Templates.summary(subject, view);
        }
        return answers.containsKey(wanted)
                ? Templates.judged(
                        subject, view, sheet.judged(wanted, answers.get(wanted).chosen()))
                : Templates.question(subject, view, sheet.question(wanted, 0), null);
    }

    @POST
    public Response answer(@RestPath UUID round, @RestForm String place, @RestForm List<String> choice) {
        int number = Places.parse(place);
        UUID person = user.personId();
        try {
            practising.answer(person, round, number, choice);
        } catch (Refused refused) {
            if (refused.reason() != PracticeRefusal.NOTHING_CHOSEN
                    && refused.reason() != PracticeRefusal.CHOICE_INVALID) {
                throw refused;
            }
            Sheet sheet = sheets.find(round, person, false);
            return Pages.of(
                    refused.reason().status(),
                    Templates.question(
                            desks.subject(sheet.round().subject()),
                            view(sheet, rounds.answers(round)),
                            sheet.question(number, 0),
                            refused));
        }
        return Response.seeOther(URI.create("/practice/rounds/" + round + "?place=" + number))
                .build();
    }

    /** Null where nothing is left to answer, or the round was left for another. */
    private static Integer firstOpen(Sheet sheet, Map<Integer, Rounds.Given> answers) {
        return sheet.places().stream()
                .filter(place -> sheet.round().isOpen() && !answers.containsKey(place))
                .findFirst()
                .orElse(null);
    }

    private static RoundView view(Sheet sheet, Map<Integer, Rounds.Given> answers) {
        List<Integer> places = sheet.places();
        List<Rounds.Given> given =
                places.stream().filter(answers::containsKey).map(answers::get).toList();
        List<PlaceView> wrong = given.stream()
                .filter(answer -> !answer.correct())
                .map(answer -> new PlaceView(answer.place(), places.indexOf(answer.place()) + 1, false, false))
                .toList();
        Round round = sheet.round();
        return new RoundView(
                round.id(),
                round.kind().name(),
                round.chapter(),
                places.size(),
                given.size(),
                given.size() - wrong.size(),
                wrong);
    }
}
