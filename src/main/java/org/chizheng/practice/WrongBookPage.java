package org.chizheng.practice;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.Items;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The wrong-answer book 错题本 of a subject, to be practised by chapter or as a whole. */
@Path("/practice/{subject}/wrong")
@RolesAllowed(Roles.CANDIDATE)
public class WrongBookPage {
    private final Desks desks;
    private final Rounds rounds;
    private final MockPapers papers;
    private final Standings standings;
    private final Items items;
    private final Beginning beginning;
    private final PracticeConfig config;
    private final CurrentUser user;

    WrongBookPage(
            Desks desks,
            Rounds rounds,
            MockPapers papers,
            Standings standings,
            Items items,
            Beginning beginning,
            PracticeConfig config,
            CurrentUser user) {
        this.desks = desks;
        this.rounds = rounds;
        this.papers = papers;
        this.standings = standings;
        this.items = items;
        this.beginning = beginning;
        this.config = config;
        this.user = user;
    }

    /** A wrong item in the list: what was asked, not what is right. */
    public record WrongItem(String chapter, String type, String stem) {}

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance wrongBook(
                SubjectCard card, List<WrongItem> items, boolean openAll, Set<String> openChapters, int leaveAfter);
    }

    @GET
    public TemplateInstance book(@RestPath String subject) {
        UUID person = user.personId();
        papers.open(person, subject);
        SubjectCard card = desks.find(person, subject);
        Set<String> book = standings.book(person, subject);
        List<WrongItem> wrong = items.forPractice(subject).stream()
                .filter(revision -> book.contains(revision.item()))
                .map(revision -> new WrongItem(revision.chapter(), revision.type(), revision.stem()))
                .toList();
        Set<String> open = rounds.open(person, subject).stream()
                .filter(round -> round.kind() == Round.Kind.WRONG)
                .map(Round::chapter)
                .collect(Collectors.toSet());
        return Templates.wrongBook(card, wrong, open.contains(""), open, config.leaveAfter());
    }

    /**
     * @param chapter empty for all chapters
     * @param again leaves the open round and draws a new one
     */
    @POST
    public Response begin(
            @RestPath String subject,
            @RestForm @DefaultValue("") String chapter,
            @RestForm @DefaultValue("false") boolean again) {
        UUID person = user.personId();
        desks.subject(subject);
        return Response.seeOther(URI.create("/practice/rounds/" + beginning.wrong(person, subject, chapter, again)))
                .build();
    }
}
