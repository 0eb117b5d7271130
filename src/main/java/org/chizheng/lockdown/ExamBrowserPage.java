package org.chizheng.lockdown;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Where a room's computers open Safe Exam Browser. Open to all, because the browser fetches its file before anybody signs in; the address is not guessed,
 * and the file holds nothing secret but the hash of the password that ends the browser.
 */
@Path("/exam")
@PermitAll
public class ExamBrowserPage {
    private final Lockdowns lockdowns;

    public ExamBrowserPage(Lockdowns lockdowns) {
        this.lockdowns = lockdowns;
    }

    @CheckedTemplate(basePath = "lockdown", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance browser(LockdownView lockdown);
    }

    @GET
    @Path("seb/{session}")
    public TemplateInstance open(@RestPath UUID session) {
        LockdownView lockdown = lockdowns.of(session);
        if (!lockdown.required()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Templates.browser(lockdown);
    }

    @GET
    @Path("seb/{session}/exam.seb")
    public Response file(@RestPath UUID session) {
        String content = lockdowns.content(session).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Response.ok(content, "application/seb")
                .header("Content-Disposition", "attachment; filename=\"exam.seb\"")
                .build();
    }

    /** Safe Exam Browser ends when this address is asked for; any other browser goes back to the entrance. */
    @GET
    @Path("quit")
    public Response quit() {
        return Response.seeOther(URI.create("/exam")).build();
    }
}
