package org.chizheng.certificate;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Certificates within an officer's reach: find, print for the holder, revoke with a reason. Regulators and administrators read. */
@Path("/certificates")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class CertificatesPage {
    private static final String[] READERS = {Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private final Certificates certificates;
    private final Revoking revoking;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    public CertificatesPage(
            Certificates certificates,
            Revoking revoking,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.certificates = certificates;
        this.revoking = revoking;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "certificate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance certificates(
                List<Certificates.Listed> certificates,
                List<Certificates.Listed> lost,
                String q,
                Qualifications qualifications,
                LocalDate today);

        static native TemplateInstance certificate(
                CertificateView certificate,
                List<Certificates.EventView> events,
                boolean mayRevoke,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String q) {
        List<Certificates.Listed> found = user.regions(READERS).stream()
                .flatMap(region -> certificates.within(region, q.strip()).stream())
                .distinct()
                .toList();
        List<Certificates.Listed> lost = user.regions(READERS).stream()
                .flatMap(region -> certificates.onLostPasses(region).stream())
                .distinct()
                .toList();
        return Templates.certificates(found, lost, q, qualifications, clock.today());
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id) {
        reach(id, READERS);
        List<Certificates.EventView> events = certificates.events(id);
        boolean revoked = events.stream().anyMatch(event -> "REVOKED".equals(event.kind()));
        boolean officer = user.reachesRegion(certificates.region(id).orElseThrow(), Roles.CERTIFICATE_OFFICER);
        return Templates.certificate(certificates.find(id).orElseThrow(), events, officer && !revoked, qualifications);
    }

    /** The stored bytes, for an officer who hands the paper to its holder. */
    @GET
    @Path("{id}/certificate.pdf")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response pdf(@RestPath UUID id) {
        reach(id, Roles.CERTIFICATE_OFFICER);
        return Response.ok(certificates.pdf(id), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"certificate.pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("{id}/revocation")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response revoke(@RestPath UUID id, @RestForm String reason) {
        reach(id, Roles.CERTIFICATE_OFFICER);
        revoking.revoke(id, reason, user.principal());
        return Response.seeOther(URI.create("/certificates/" + id)).build();
    }

    private void reach(UUID id, String... roles) {
        String region = certificates.region(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!user.reachesRegion(region, roles)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
