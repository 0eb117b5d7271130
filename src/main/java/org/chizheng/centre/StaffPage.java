package org.chizheng.centre;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Acts on the staff of a centre; they are shown on the centre's page. */
@Path("/centres/{id}/staff")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER})
public class StaffPage {
    private final CentreStaff staff;
    private final Staffing staffing;
    private final CentreReach reach;

    public StaffPage(CentreStaff staff, Staffing staffing, CentreReach reach) {
        this.staff = staff;
        this.staffing = staffing;
        this.reach = reach;
    }

    @POST
    public Response add(
            @RestPath UUID id,
            @RestForm String name,
            @RestForm String idNumber,
            @RestForm String duty,
            @RestForm String qualification,
            @RestForm String credential,
            @RestForm String qualifiedUntil,
            @RestForm String since) {
        reach.centre(id, CentreReach.KEEPERS);
        staffing.add(
                id,
                name,
                idNumber,
                new Staffing.Duty(
                        duty,
                        qualification,
                        credential,
                        Days.of(qualifiedUntil, "qualifiedUntil"),
                        Days.of(since, "since")));
        return to(id);
    }

    @POST
    @Path("{member}")
    public Response requalify(
            @RestPath UUID id, @RestPath UUID member, @RestForm String credential, @RestForm String qualifiedUntil) {
        mine(id, member);
        staffing.requalify(member, credential, Days.of(qualifiedUntil, "qualifiedUntil"));
        return to(id);
    }

    @POST
    @Path("{member}/leave")
    public Response leave(@RestPath UUID id, @RestPath UUID member, @RestForm String until) {
        staffing.leave(mine(id, member), Days.of(until, "until"));
        return to(id);
    }

    private StaffView mine(UUID id, UUID member) {
        reach.centre(id, CentreReach.KEEPERS);
        return staff.find(member).filter(s -> s.centreId().equals(id)).orElseThrow(CentreReach::none);
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/centres/" + id + "#staff")).build();
    }
}
