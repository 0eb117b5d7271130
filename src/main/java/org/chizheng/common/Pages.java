package org.chizheng.common;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/** Pages whose answer says more than that all is well, and sheets. */
public final class Pages {
    private Pages() {}

    /** A PDF that is shown; nothing keeps it, since persons stand in it. @param name plain ASCII */
    public static Response pdf(byte[] bytes, String name) {
        return Response.ok(bytes, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    public static Response of(int status, TemplateInstance template) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(template.render())
                .build();
    }
}
