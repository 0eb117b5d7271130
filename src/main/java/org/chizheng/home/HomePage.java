package org.chizheng.home;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Showcase;
import org.chizheng.people.Roles;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;

/** The public front page, and the desk where sign-in lands. */
@Path("/")
public class HomePage {
    private final SecurityIdentity identity;

    private final Showcase showcase;

    public HomePage(SecurityIdentity identity, Showcase showcase) {
        this.identity = identity;
        this.showcase = showcase;
    }

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance index(Showcase.Tour tour);

        static native TemplateInstance desk();
    }

    @GET
    @PermitAll
    public TemplateInstance front() {
        return Templates.index(showcase.tour().orElse(null));
    }

    /** A ticket's holder goes straight to the room. */
    @GET
    @Path("desk")
    @Authenticated
    public Response desk() {
        if (identity.hasRole(Roles.EXAMINEE)) {
            return Response.seeOther(URI.create("/exam/room")).build();
        }
        return Response.ok(Templates.desk().render(), "text/html;charset=UTF-8").build();
    }
}
