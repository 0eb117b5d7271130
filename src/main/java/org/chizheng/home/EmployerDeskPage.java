package org.chizheng.home;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.application.Choices;
import org.chizheng.application.Drafting;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** An employer's desk: how many are certified, who lacks what by when, what ends in which month, and the way to an examination for those who lack it. */
@Path("/workforce/{id}/desk")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class EmployerDeskPage {
    private static final String[] READERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private final EmployerDesks desks;
    private final Drafting drafting;
    private final Choices choices;
    private final Enterprises enterprises;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    EmployerDeskPage(
            EmployerDesks desks,
            Drafting drafting,
            Choices choices,
            Enterprises enterprises,
            Qualifications qualifications,
            CurrentUser user,
            Ui ui) {
        this.desks = desks;
        this.drafting = drafting;
        this.choices = choices;
        this.enterprises = enterprises;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** own: whether the account is the enterprise's, so that it may apply and send rosters. */
        static native TemplateInstance employer(
                EmployerDesk desk, boolean own, Choices choices, Qualifications qualifications, Refused refused);

        static native TemplateInstance employerCertificates(
                EnterpriseView enterprise, List<EmployerDesk.Held> held, Qualifications qualifications);
    }

    @GET
    public Response desk(@RestPath UUID id) {
        return desk(reach(id), null);
    }

    private Response desk(EnterpriseView enterprise, Refused refused) {
        boolean own = user.enterprises().contains(enterprise.id());
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.employer(desks.of(enterprise), own, choices, qualifications, refused));
    }

    @GET
    @Path("certificates")
    public TemplateInstance certificates(@RestPath UUID id) {
        EnterpriseView enterprise = reach(id);
        return Templates.employerCertificates(enterprise, desks.held(id), qualifications);
    }

    @GET
    @Path("list.xlsx")
    public Response list(@RestPath UUID id) {
        EnterpriseView enterprise = reach(id);
        byte[] book = new EmployerBook(qualifications, ui.getLang()).of(desks.of(enterprise), desks.held(id));
        return Download.of(book, ListBook.MEDIA_TYPE, "enterprise-" + enterprise.creditCode() + ".xlsx");
    }

    /** A sheet of applications for those who were chosen, which is looked at and sent on the page of sheets. people: person and qualification of each. */
    @POST
    @Path("applications")
    @RolesAllowed(Roles.EMPLOYER)
    public Response apply(
            @RestPath UUID id,
            @RestForm List<String> people,
            @RestForm String region,
            @RestForm String education,
            @RestForm boolean healthy) {
        EnterpriseView enterprise = reach(id);
        if (!user.enterprises().contains(id)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        try {
            UUID sheet = drafting.draft(
                    id,
                    wanted(enterprise, people),
                    new Drafting.Said(region == null ? "" : region, education, healthy),
                    user.principal());
            return Response.seeOther(URI.create("/enterprise/applications/sheets/" + sheet))
                    .build();
        } catch (Refused refused) {
            return desk(enterprise, refused);
        }
    }

    /** Of those who lack it; whoever has got it in the meantime is passed over. */
    private List<Drafting.Wanted> wanted(EnterpriseView enterprise, List<String> people) {
        List<Drafting.Wanted> wanted = new ArrayList<>();
        for (EmployerDesk.Missing one : desks.of(enterprise).missing()) {
            if (people != null && people.contains(one.key())) {
                Drafting.Wanted row = new Drafting.Wanted(
                        one.row().person(), one.row().qualification(), one.row().post());
                if (wanted.stream()
                        .noneMatch(w -> w.person().equals(row.person())
                                && w.qualification().equals(row.qualification()))) {
                    wanted.add(row);
                }
            }
        }
        return wanted;
    }

    private EnterpriseView reach(UUID id) {
        EnterpriseView found = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(id, found.region(), READERS);
        return found;
    }
}
