package org.chizheng.home;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.DocumentSize;
import org.chizheng.certificate.life.ForeignCertificate;
import org.chizheng.certificate.life.ForeignCertificates;
import org.chizheng.certificate.life.Message;
import org.chizheng.certificate.life.Outbox;
import org.chizheng.certificate.life.OwnCertificates;
import org.chizheng.certificate.life.RenewalForm;
import org.chizheng.certificate.life.Renewing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.PracticalResults;
import org.chizheng.regulation.Qualifications;
import org.chizheng.scoring.ResultChanges;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;
import org.chizheng.verification.scan.Scans;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's own results and certificates, what each of them is today, and what to do next. */
@Path("/my")
@RolesAllowed(Roles.CANDIDATE)
public class MyPage {
    private static final int CHECKS = 20;
    private final Results results;
    private final ResultChanges changes;
    private final PracticalResults practicals;
    private final Certificates certificates;
    private final OwnCertificates own;
    private final ForeignCertificates foreign;
    private final Outbox outbox;
    private final Scans scans;
    private final Renewing renewing;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    public MyPage(
            Results results,
            ResultChanges changes,
            PracticalResults practicals,
            Certificates certificates,
            OwnCertificates own,
            ForeignCertificates foreign,
            Outbox outbox,
            Scans scans,
            Renewing renewing,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.results = results;
        this.changes = changes;
        this.practicals = practicals;
        this.certificates = certificates;
        this.own = own;
        this.foreign = foreign;
        this.outbox = outbox;
        this.scans = scans;
        this.renewing = renewing;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance my(
                List<ResultView> results,
                ResultChanges.History changes,
                List<PracticalResultView> practicals,
                List<OwnCertificates.Own> certificates,
                List<ForeignCertificate> others,
                List<Message> messages,
                List<Scans.Seen> checks,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance mine() {
        return page(null);
    }

    private TemplateInstance page(Refused refused) {
        UUID person = user.personId();
        return Templates.my(
                results.ofPerson(person),
                changes.ofPerson(person),
                practicals.ofPerson(person).stream()
                        .filter(one -> !one.provisional())
                        .toList(),
                own.of(person, clock.today()),
                foreign.ofPerson(person),
                outbox.toPerson(person),
                scans.ofPerson(person, CHECKS),
                refused,
                qualifications);
    }

    /** The holder asks for renewal; a refusal stands on the page with what would help. */
    @POST
    @Path("certificates/{id}/renewal")
    public Response renew(
            @RestPath UUID id, @RestForm String healthOn, @RestForm String hours, @RestForm String training) {
        mustBeOwn(id);
        try {
            renewing.ask(id, new RenewalForm(healthOn, hours, training), true, user.principal());
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(refused));
        }
        return Response.seeOther(URI.create("/my")).build();
    }

    /** The stored bytes; another's certificate is answered as if it did not exist. */
    @GET
    @Path("certificates/{id}.pdf")
    public Response pdf(@RestPath UUID id) {
        return stored(id, DocumentSize.A4, "certificate.pdf");
    }

    /** The same as a card, both sides; certificates issued before cards were have none. */
    @GET
    @Path("certificates/{id}/card.pdf")
    public Response card(@RestPath UUID id) {
        return stored(id, DocumentSize.CARD, "card.pdf");
    }

    private Response stored(UUID id, DocumentSize size, String name) {
        mustBeOwn(id);
        byte[] pdf = certificates.pdf(id, size).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private void mustBeOwn(UUID id) {
        boolean own = certificates.ofPerson(user.personId()).stream()
                .anyMatch(certificate -> certificate.id().equals(id));
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
