package org.chizheng.audit;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The newest acts, for administrators and regulators. */
@Path("/audit")
public class AuditPage {
    private static final int SHOWN = 100;
    private final AuditLog log;
    private final Proving proving;

    public AuditPage(AuditLog log, Proving proving) {
        this.log = log;
        this.proving = proving;
    }

    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance log(List<AuditView> entries, Proving.Proof proof);
    }

    @GET
    @RolesAllowed({"administrator", "regulator"})
    public TemplateInstance newest() {
        return Templates.log(log.newest(SHOWN), proving.prove());
    }
}
