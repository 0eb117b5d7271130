package org.chizheng.bank;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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
    private final ItemSearch search;
    private final ItemViews items;
    private final Drafts drafts;
    private final Figures figures;
    private final Staff staff;

    BankPage(Subjects subjects, ItemSearch search, ItemViews items, Drafts drafts, Figures figures, Staff staff) {
        this.subjects = subjects;
        this.search = search;
        this.items = items;
        this.drafts = drafts;
        this.figures = figures;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "bank", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance subjects(List<SubjectView> subjects, Drafts.Work work);

        static native TemplateInstance items(SubjectView subject, ItemList list);

        static native TemplateInstance item(SubjectView subject, ItemView item, Allowed allowed, ItemFilter filter);
    }

    @GET
    public TemplateInstance subjects() {
        return Templates.subjects(subjects.all(), drafts.work(staff.who().name()));
    }

    /** Which items, and which page of them, is said by the address: see {@link ItemFilter}. */
    @GET
    @Path("{subject}")
    public TemplateInstance items(@RestPath String subject, @Context UriInfo address) {
        SubjectView found = subject(subject);
        return Templates.items(found, search.list(found.code(), ItemFilter.asked(address.getQueryParameters())));
    }

    /** revision: its number, the newest if absent. The rest of the address leads back to the list one came from. */
    @GET
    @Path("items/{code}")
    public TemplateInstance item(@RestPath String code, @RestQuery String revision, @Context UriInfo address) {
        Integer number = revision != null && revision.matches("\\d{1,6}") ? Integer.valueOf(revision) : null;
        ItemView item = items.find(code, number).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Allowed allowed = new Allowed(item.life().open(staff.who()));
        return Templates.item(subject(item.subject()), item, allowed, ItemFilter.asked(address.getQueryParameters()));
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
