package org.chizheng.session;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The examination's entrance; the form posts to /exam/j_security_check. */
@Path("/exam")
@PermitAll
public class TicketPage {
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ticket(boolean failed);
    }

    @GET
    public TemplateInstance entrance(@RestQuery @DefaultValue("false") boolean failed) {
        return Templates.ticket(failed);
    }
}
