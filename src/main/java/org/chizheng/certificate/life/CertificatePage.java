package org.chizheng.certificate.life;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

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

/** One certificate: what it is, what happened to it, and what its officer may do now. Regulators and administrators read. A refusal shows the page again with what was typed. */
@Path("/certificates")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class CertificatePage {
    private static final String[] READERS = {Roles.CERTIFICATE_OFFICER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private final Reach reach;
    private final Dossiers dossiers;
    private final Acting acting;
    private final Renewing renewing;
    private final Reviewing reviewing;
    private final Reissuing reissuing;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    public CertificatePage(
            Reach reach,
            Dossiers dossiers,
            Acting acting,
            Renewing renewing,
            Reviewing reviewing,
            Reissuing reissuing,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.reach = reach;
        this.dossiers = dossiers;
        this.acting = acting;
        this.renewing = renewing;
        this.reviewing = reviewing;
        this.reissuing = reissuing;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "life", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance certificate(
                Dossier dossier,
                boolean officer,
                ActForm form,
                Refused refused,
                Qualifications qualifications,
                LocalDate today);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id) {
        reach.certificate(id, READERS);
        return page(id, ActForm.EMPTY, null);
    }

    /** Suspend, reinstate, revoke, withdraw or cancel: done at once, or laid before another officer. */
    @POST
    @Path("{id}/acts")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response act(
            @RestPath UUID id,
            @RestForm String act,
            @RestForm String ground,
            @RestForm String reason,
            @RestForm String document,
            @RestForm String effectiveOn) {
        ActForm form = new ActForm(act, ground, reason, document, effectiveOn);
        return done(id, form, () -> acting.act(id, form, user.principal()));
    }

    @POST
    @Path("{id}/renewal")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response askForRenewal(
            @RestPath UUID id, @RestForm String healthOn, @RestForm String hours, @RestForm String training) {
        RenewalForm form = new RenewalForm(healthOn, hours, training);
        return done(id, ActForm.EMPTY, () -> renewing.ask(id, form, false, user.principal()));
    }

    @POST
    @Path("{id}/review")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response review(
            @RestPath UUID id,
            @RestForm String heldOn,
            @RestForm String healthOn,
            @RestForm String hours,
            @RestForm String document,
            @RestForm boolean longCycle) {
        ReviewForm form = new ReviewForm(heldOn, new RenewalForm(healthOn, hours, ""), document, longCycle);
        return done(id, ActForm.EMPTY, () -> reviewing.enter(id, form, user.principal()));
    }

    @POST
    @Path("{id}/reissue")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response reissue(@RestPath UUID id, @RestForm String name, @RestForm String document) {
        return done(id, ActForm.EMPTY, () -> reissuing.reissue(id, name, document, user.principal()));
    }

    private Response done(UUID id, ActForm form, Runnable act) {
        reach.certificate(id, Roles.CERTIFICATE_OFFICER);
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.reason() == CommonRefusal.NOT_FOUND) {
                throw refused;
            }
            return Pages.of(refused.reason().status(), page(id, form, refused));
        }
        return Response.seeOther(URI.create("/certificates/" + id)).build();
    }

    private TemplateInstance page(UUID id, ActForm form, Refused refused) {
        LocalDate today = clock.today();
        Dossier dossier = dossiers.of(id, today);
        boolean officer = reach.reaches(dossier.certificate(), Roles.CERTIFICATE_OFFICER);
        return Templates.certificate(dossier, officer, form, refused, qualifications, today);
    }
}
