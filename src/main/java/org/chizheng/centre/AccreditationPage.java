package org.chizheng.centre;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Acts on the accreditation of a centre, which is not the centre's own to give; it is shown on the centre's page. */
@Path("/centres/{id}/accreditations")
@RolesAllowed(Roles.ADMINISTRATOR)
public class AccreditationPage {
    private final Accreditations accreditations;
    private final Accrediting accrediting;
    private final CentreReach reach;
    private final CurrentUser user;

    public AccreditationPage(
            Accreditations accreditations, Accrediting accrediting, CentreReach reach, CurrentUser user) {
        this.accreditations = accreditations;
        this.accrediting = accrediting;
        this.reach = reach;
        this.user = user;
    }

    @POST
    public Response accredit(
            @RestPath UUID id,
            @RestForm String number,
            @RestForm String from,
            @RestForm String to,
            @RestForm("qualification") List<String> codes) {
        reach.centre(id, Roles.ADMINISTRATOR);
        accrediting.accredit(id, number, Days.of(from, "from"), Days.of(to, "to"), codes, user.principal());
        return to(id);
    }

    @POST
    @Path("{accreditation}/end")
    public Response end(
            @RestPath UUID id, @RestPath UUID accreditation, @RestForm String last, @RestForm String reason) {
        reach.centre(id, Roles.ADMINISTRATOR);
        AccreditationView found = accreditations.of(id).stream()
                .filter(a -> a.id().equals(accreditation))
                .findFirst()
                .orElseThrow(CentreReach::none);
        accrediting.end(found, Days.of(last, "last"), reason);
        return to(id);
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/centres/" + id + "#accreditation"))
                .build();
    }
}
