package org.chizheng.practice;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where a candidate erases what was practised, after saying so twice. */
@Path("/practice/erase")
@RolesAllowed(Roles.CANDIDATE)
public class ErasingPage {
    private final Erasing erasing;
    private final CurrentUser user;

    ErasingPage(Erasing erasing, CurrentUser user) {
        this.erasing = erasing;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance erase(boolean done, Refused refused);
    }

    @GET
    public TemplateInstance ask(@RestQuery @DefaultValue("false") boolean done) {
        return Templates.erase(done, null);
    }

    @POST
    public Response erase(@RestForm @DefaultValue("false") boolean confirmed) {
        if (!confirmed) {
            Refused refused = new Refused(PracticeRefusal.CONFIRM_FIRST);
            return Pages.of(refused.reason().status(), Templates.erase(false, refused));
        }
        erasing.erase(user.personId());
        return Response.seeOther(URI.create("/practice/erase?done=true")).build();
    }
}
