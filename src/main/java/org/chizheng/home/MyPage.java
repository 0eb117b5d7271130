package org.chizheng.home;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.ResultChanges;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's own results and certificates. */
@Path("/my")
@RolesAllowed(Roles.CANDIDATE)
public class MyPage {
    private final Results results;
    private final ResultChanges changes;
    private final Certificates certificates;
    private final Qualifications qualifications;
    private final CurrentUser user;

    public MyPage(
            Results results,
            ResultChanges changes,
            Certificates certificates,
            Qualifications qualifications,
            CurrentUser user) {
        this.results = results;
        this.changes = changes;
        this.certificates = certificates;
        this.qualifications = qualifications;
        this.user = user;
    }

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance my(
                List<ResultView> results,
                ResultChanges.History changes,
                List<CertificateView> certificates,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance mine() {
        UUID person = user.personId();
        return Templates.my(
                results.ofPerson(person), changes.ofPerson(person), certificates.ofPerson(person), qualifications);
    }

    /** The stored bytes; another's certificate is answered as if it did not exist. */
    @GET
    @Path("certificates/{id}.pdf")
    public Response pdf(@RestPath UUID id) {
        boolean own = certificates.ofPerson(user.personId()).stream()
                .anyMatch(certificate -> certificate.id().equals(id));
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Response.ok(certificates.pdf(id), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"certificate.pdf\"")
                .build();
    }
}
