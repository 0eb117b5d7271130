package org.chizheng.fitness;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Absenting;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Off the job and back, by the employer's word; found able again in practice, by the authority's. The forms stand on the enterprise's page. */
@Path("/workforce/{id}/absences")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
public class AbsencePage {
    private final Enterprises enterprises;
    private final Absenting absenting;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    AbsencePage(
            Enterprises enterprises,
            Absenting absenting,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.enterprises = enterprises;
        this.absenting = absenting;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    /** act: AWAY from that day on, or BACK. */
    @POST
    public Response note(@RestPath UUID id, @RestForm UUID appointment, @RestForm String act, @RestForm LocalDate day) {
        reach(id, Roles.EMPLOYER, Roles.ADMINISTRATOR);
        must(appointment != null
                && enterprises.ofAppointment(appointment).filter(id::equals).isPresent());
        if ("BACK".equals(act)) {
            absenting.back(appointment, day);
        } else {
            absenting.away(appointment, day);
        }
        return to(id);
    }

    @POST
    @Path("reconfirmations")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response reconfirm(
            @RestPath UUID id,
            @RestForm UUID person,
            @RestForm String qualification,
            @RestForm LocalDate on,
            @RestForm String evidence) {
        reach(id, Roles.ADMINISTRATOR);
        must(person != null && enterprises.employs(List.of(id), person, clock.today()));
        absenting.reconfirm(person, qualifications.get(qualification).code(), on, evidence, user.principal());
        return to(id);
    }

    private void reach(UUID id, String... roles) {
        EnterpriseView found = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(id, found.region(), roles);
    }

    /** What belongs to another enterprise does not exist for this one. */
    private static void must(boolean own) {
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    private static Response to(UUID enterprise) {
        return Response.seeOther(URI.create("/workforce/" + enterprise)).build();
    }
}
