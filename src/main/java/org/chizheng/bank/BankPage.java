package org.chizheng.bank;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;

/** The bank for reading, keys and all: for authors, reviewers and administrators, and for nobody else. */
@Path("/bank")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class BankPage {
    private final Subjects subjects;
    private final ItemViews items;
    private final Figures figures;

    BankPage(Subjects subjects, ItemViews items, Figures figures) {
        this.subjects = subjects;
        this.items = items;
        this.figures = figures;
    }

    @CheckedTemplate(basePath = "bank", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance subjects(List<SubjectView> subjects);

        static native TemplateInstance items(SubjectView subject, ItemList list);

        static native TemplateInstance item(SubjectView subject, ItemView item, ItemFilter filter);
    }

    @GET
    public TemplateInstance subjects() {
        return Templates.subjects(subjects.all());
    }

    @GET
    @Path("{subject}")
    public TemplateInstance items(
            @RestPath String subject,
            @RestQuery String chapter,
            @RestQuery String type,
            @RestQuery String difficulty,
            @RestQuery String q,
            @RestQuery String page) {
        SubjectView found = subject(subject);
        return Templates.items(found, items.list(found.code(), ItemFilter.asked(chapter, type, difficulty, q, page)));
    }

    /** revision: its number, the newest if absent. The others lead back to the list one came from. */
    @GET
    @Path("items/{code}")
    public TemplateInstance item(
            @RestPath String code,
            @RestQuery String revision,
            @RestQuery String chapter,
            @RestQuery String type,
            @RestQuery String difficulty,
            @RestQuery String q,
            @RestQuery String page) {
        Integer number = revision != null && revision.matches("\\d{1,6}") ? Integer.valueOf(revision) : null;
        ItemView item = items.find(code, number).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Templates.item(subject(item.subject()), item, ItemFilter.asked(chapter, type, difficulty, q, page));
    }

    @GET
    @Path("figures/{digest}")
    public Response figure(@RestPath String digest, @Context HttpServerResponse http) {
        return figures.find(digest)
                .map(figure -> FigureAnswer.of(figure, http))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
