package org.chizheng.incident;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What is held against a candidate, what was decided and why, and until when to appeal. Nobody sees another's. */
@Path("/my/incidents")
@RolesAllowed(Roles.CANDIDATE)
public class MyIncidentsPage {
    private final Incidents incidents;
    private final IncidentFiles files;
    private final Appealing appealing;
    private final CurrentUser user;

    MyIncidentsPage(Incidents incidents, IncidentFiles files, Appealing appealing, CurrentUser user) {
        this.incidents = incidents;
        this.files = files;
        this.appealing = appealing;
        this.user = user;
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mine(List<IncidentFile> files, Refused refused);
    }

    @GET
    public TemplateInstance mine() {
        return page(null);
    }

    private TemplateInstance page(Refused refused) {
        return Templates.mine(
                incidents.ofPerson(user.personId()).stream()
                        .map(row -> files.find(row.id()).orElseThrow())
                        .toList(),
                refused);
    }

    @POST
    @Path("{id}/appeal")
    public Response appeal(@RestPath UUID id, @RestForm String grounds) {
        boolean own = incidents.ofPerson(user.personId()).stream()
                .anyMatch(row -> row.id().equals(id));
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        try {
            appealing.file(id, grounds, user.principal());
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(refused));
        }
        return Response.seeOther(URI.create("/my/incidents")).build();
    }
}
