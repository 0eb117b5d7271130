package org.chizheng.incident;

import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** What the authority decides on an incident of its region, first and on appeal. */
@Path("/incidents")
@RolesAllowed(Roles.REGULATOR)
public class DecisionPage {
    private final IncidentDesk desk;
    private final IncidentReach reach;
    private final Deciding deciding;
    private final Appealing appealing;
    private final CurrentUser user;

    DecisionPage(IncidentDesk desk, IncidentReach reach, Deciding deciding, Appealing appealing, CurrentUser user) {
        this.desk = desk;
        this.reach = reach;
        this.deciding = deciding;
        this.appealing = appealing;
        this.user = user;
    }

    @POST
    @Path("{id}/decision")
    public Response decide(
            @RestPath UUID id, @RestForm String effect, @RestForm boolean whole, @RestForm String reasons) {
        reach.authority(id);
        return desk.act(id, () -> deciding.decide(id, sanction(effect, whole), reasons, Signatory.of(user)));
    }

    @POST
    @Path("{id}/appeal")
    public Response decideAppeal(
            @RestPath UUID id, @RestForm String effect, @RestForm boolean whole, @RestForm String reasons) {
        reach.authority(id);
        return desk.act(id, () -> appealing.decide(id, sanction(effect, whole), reasons, Signatory.of(user)));
    }

    private static Sanction sanction(String effect, boolean whole) {
        Measure measure = Stream.of(Measure.values())
                .filter(known -> known.name().equals(effect))
                .findFirst()
                .orElse(null);
        return new Sanction(measure, whole);
    }
}
