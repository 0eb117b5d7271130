package org.chizheng.practice;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.practice.Round.Kind;
import org.chizheng.practice.rule.Mastery;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One chapter: how far one is, and the way in. */
@Path("/practice/{subject}/chapters/{chapter}")
@RolesAllowed(Roles.CANDIDATE)
public class ChapterPage {
    private final Desks desks;
    private final Rounds rounds;
    private final Beginning beginning;
    private final CurrentUser user;

    ChapterPage(Desks desks, Rounds rounds, Beginning beginning, CurrentUser user) {
        this.desks = desks;
        this.rounds = rounds;
        this.beginning = beginning;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance chapter(
                SubjectCard card, Mastery mastery, boolean open, int answered, int total);
    }

    @GET
    public TemplateInstance chapter(@RestPath String subject, @RestPath String chapter) {
        UUID person = user.personId();
        SubjectCard card = desks.find(person, subject);
        Mastery mastery = card.chapter(chapter);
        if (mastery.items() == 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        Round open = rounds.newest(person, subject, Kind.CHAPTER, chapter, 1).stream()
                .filter(Round::isOpen)
                .findFirst()
                .orElse(null);
        return Templates.chapter(
                card,
                mastery,
                open != null,
                open == null ? 0 : rounds.answers(open.id()).size(),
                open == null ? mastery.items() : open.revisions().size());
    }

    /** @param again leaves the open round and draws a new one */
    @POST
    public Response begin(
            @RestPath String subject, @RestPath String chapter, @RestForm @DefaultValue("false") boolean again) {
        UUID person = user.personId();
        desks.subject(subject);
        return Response.seeOther(URI.create("/practice/rounds/" + beginning.chapter(person, subject, chapter, again)))
                .build();
    }
}
