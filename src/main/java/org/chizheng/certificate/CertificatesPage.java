package org.chizheng.certificate;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Certificates within an officer's reach: find, print for the holder. Regulators and administrators read. What is done to one stands in {@code life}. */
@Path("/certificates")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class CertificatesPage {
    private static final String[] READERS = {Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private final Certificates certificates;
    private final Standings standings;
    private final Reach reach;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    public CertificatesPage(
            Certificates certificates,
            Standings standings,
            Reach reach,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.certificates = certificates;
        this.standings = standings;
        this.reach = reach;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "certificate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance certificates(
                List<Standings.Shown> certificates,
                List<CertificateView> lost,
                String q,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String q) {
        List<CertificateView> found =
                within(region -> certificates.within(region, q.strip())).toList();
        List<CertificateView> lost = within(certificates::onLostPasses).toList();
        return Templates.certificates(standings.shown(clock.today(), found), lost, q, qualifications);
    }

    private Stream<CertificateView> within(Function<String, List<CertificateView>> search) {
        return user.regions(READERS).stream()
                .flatMap(region -> search.apply(region).stream())
                .distinct();
    }

    /** The stored bytes, for an officer who hands the paper to its holder. */
    @GET
    @Path("{id}/certificate.pdf")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response pdf(@RestPath UUID id) {
        return stored(id, DocumentSize.A4, "certificate.pdf");
    }

    /** The same as a card, both sides; certificates issued before cards were have none. */
    @GET
    @Path("{id}/card.pdf")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response card(@RestPath UUID id) {
        return stored(id, DocumentSize.CARD, "card.pdf");
    }

    private Response stored(UUID id, DocumentSize size, String name) {
        reach.certificate(id, Roles.CERTIFICATE_OFFICER);
        byte[] pdf = certificates.pdf(id, size).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Pages.pdf(pdf, name);
    }
}
