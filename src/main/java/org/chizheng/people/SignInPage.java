package org.chizheng.people;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;

/** In and out for accounts. The form posts to /j_security_check. */
@Path("/")
@PermitAll
public class SignInPage {
    private final SecurityIdentity identity;

    public SignInPage(SecurityIdentity identity) {
        this.identity = identity;
    }

    @CheckedTemplate(basePath = "people", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signIn(boolean failed, boolean opened);
    }

    @GET
    @Path("sign-in")
    public TemplateInstance signIn(
            @RestQuery @DefaultValue("false") boolean failed, @RestQuery @DefaultValue("false") boolean opened) {
        return Templates.signIn(failed, opened);
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        if (!identity.isAnonymous()) {
            FormAuthenticationMechanism.logout(identity);
        }
        return Response.seeOther(URI.create("/")).build();
    }
}
