package org.chizheng.certificate.life;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Reach;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What waits for an officer: severe acts for a second one, applications for renewal for a decision. */
@Path("/certificates")
@RolesAllowed(Roles.CERTIFICATE_OFFICER)
public class WaitingPage {
    private final Certificates certificates;
    private final Reach reach;
    private final Proposals proposals;
    private final Renewals renewals;
    private final Dossiers dossiers;
    private final Acting acting;
    private final Proposing proposing;
    private final Renewing renewing;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    public WaitingPage(
            Certificates certificates,
            Reach reach,
            Proposals proposals,
            Renewals renewals,
            Dossiers dossiers,
            Acting acting,
            Proposing proposing,
            Renewing renewing,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.certificates = certificates;
        this.reach = reach;
        this.proposals = proposals;
        this.renewals = renewals;
        this.dossiers = dossiers;
        this.acting = acting;
        this.proposing = proposing;
        this.renewing = renewing;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    /** own: the officer who looks proposed it, and cannot confirm it. */
    public record ToConfirm(Dossier.Named named, CertificateView certificate, boolean own) {}

    /** An application with the certificate that it is for. */
    public record ToDecide(RenewalView renewal, CertificateView certificate) {}

    @CheckedTemplate(basePath = "life", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance waiting(
                List<ToConfirm> proposals, List<ToDecide> renewals, Refused refused, Qualifications qualifications);
    }

    @GET
    @Path("waiting")
    public TemplateInstance waiting() {
        return page(null);
    }

    private TemplateInstance page(Refused refused) {
        List<ToConfirm> toConfirm = within(region -> proposals.waiting(region, clock.today())).stream()
                .map(proposal -> new ToConfirm(
                        dossiers.named(proposal),
                        certificates.find(proposal.certificate()).orElseThrow(),
                        proposal.proposedBy().equals(user.principal())))
                .toList();
        List<ToDecide> toDecide = within(renewals::waiting).stream()
                .map(renewal -> new ToDecide(
                        renewal, certificates.find(renewal.certificate()).orElseThrow()))
                .toList();
        return Templates.waiting(toConfirm, toDecide, refused, qualifications);
    }

    private <T> List<T> within(Function<String, List<T>> search) {
        return user.regions(Roles.CERTIFICATE_OFFICER).stream()
                .flatMap(region -> search.apply(region).stream())
                .distinct()
                .toList();
    }

    @POST
    @Path("proposals/{id}/confirm")
    public Response confirm(@RestPath UUID id) {
        return done(proposal(id), () -> acting.confirm(id, user.principal()));
    }

    @POST
    @Path("proposals/{id}/decline")
    public Response decline(@RestPath UUID id, @RestForm String reason) {
        return done(proposal(id), () -> proposing.decline(id, reason, user.principal()));
    }

    @POST
    @Path("renewals/{id}/grant")
    public Response grant(@RestPath UUID id) {
        return done(renewal(id), () -> renewing.grant(id, user.principal()));
    }

    @POST
    @Path("renewals/{id}/refuse")
    public Response refuse(@RestPath UUID id, @RestForm String reason) {
        return done(renewal(id), () -> renewing.refuse(id, reason, user.principal()));
    }

    private UUID proposal(UUID id) {
        return proposals
                .find(id)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))
                .certificate();
    }

    private UUID renewal(UUID id) {
        return renewals.find(id)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))
                .certificate();
    }

    private Response done(UUID certificate, Runnable act) {
        reach.certificate(certificate, Roles.CERTIFICATE_OFFICER);
        try {
            act.run();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(refused));
        }
        return Response.seeOther(URI.create("/certificates/" + certificate)).build();
    }
}
