package org.chizheng.practice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.FigureAnswer;
import org.chizheng.bank.PublishedItems;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.practice.rule.Advice;
import org.chizheng.practice.rule.Mastery;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;

/** Where a candidate finds what to practise: subjects, and one subject with its chapters, its wrong-answer book and its mock paper. */
@Path("/practice")
@RolesAllowed(Roles.CANDIDATE)
public class PracticePage {
    /** As many as one remembers. */
    private static final int WEAKEST = 3;

    /** The cut to strive for where no policy names one. */
    private static final int USUAL_CUT = 80;

    private final Desks desks;
    private final Rounds rounds;
    private final Mocks mocks;
    private final MockPapers papers;
    private final PublishedItems items;
    private final CurrentUser user;

    PracticePage(Desks desks, Rounds rounds, Mocks mocks, MockPapers papers, PublishedItems items, CurrentUser user) {
        this.desks = desks;
        this.rounds = rounds;
        this.mocks = mocks;
        this.papers = papers;
        this.items = items;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance subjects(List<SubjectCard> mine, List<SubjectCard> others);

        static native TemplateInstance subject(
                SubjectCard card,
                List<Mastery> weakest,
                String step,
                String chapter,
                MockOffer offer,
                Set<String> openChapters,
                boolean openMock);
    }

    @GET
    public TemplateInstance subjects() {
        List<SubjectCard> all = desks.all(user.personId());
        return Templates.subjects(
                all.stream().filter(SubjectCard::mine).toList(),
                all.stream().filter(card -> !card.mine()).toList());
    }

    @GET
    @Path("{subject}")
    public TemplateInstance subject(@RestPath String subject) {
        UUID person = user.personId();
        boolean openMock = papers.open(person, subject).isPresent();
        SubjectCard card = desks.find(person, subject);
        MockOffer offer = mocks.offer(card.subject()).orElse(null);
        List<Round> open = rounds.open(person, subject);
        int cut = offer == null ? USUAL_CUT : offer.cut() * 100 / offer.examPoints();
        Advice advice = Advice.next(card.chapters(), cut);
        return Templates.subject(
                card,
                Mastery.weakest(card.chapters(), WEAKEST),
                advice.step().name(),
                advice.chapter(),
                offer,
                open.stream()
                        .filter(round -> round.kind() == Round.Kind.CHAPTER)
                        .map(Round::chapter)
                        .collect(Collectors.toSet()),
                openMock);
    }

    /** Figures of published items only. */
    @GET
    @Path("figures/{digest}")
    public Response figure(@RestPath String digest, @Context HttpServerResponse http) {
        return items.figure(digest)
                .map(figure -> FigureAnswer.of(figure, http))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
