package org.chizheng.admission;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What a centre prints before the day: tickets, the room's list, the sign at its door, the labels of its seats; and the way to the centre, which tickets tell. */
@Path("/sessions/{id}/print")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.INVIGILATOR})
public class PrintPage {
    private final Printing printing;
    private final Directions directions;
    private final Sessions sessions;
    private final Qualifications qualifications;
    private final SessionReach reach;

    public PrintPage(
            Printing printing,
            Directions directions,
            Sessions sessions,
            Qualifications qualifications,
            SessionReach reach) {
        this.printing = printing;
        this.directions = directions;
        this.sessions = sessions;
        this.qualifications = qualifications;
        this.reach = reach;
    }

    @CheckedTemplate(basePath = "admission", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance print(
                SessionView session, Directions.Way way, Refused refused, Qualifications qualifications);
    }

    @GET
    public TemplateInstance print(@RestPath UUID id) {
        SessionView session = reach.staff(id);
        return Templates.print(session, directions.to(session.centreId()), null, qualifications);
    }

    @GET
    @Path("list.pdf")
    public Response list(@RestPath UUID id) {
        return Pages.pdf(printing.list(reach.staff(id)), "room-list.pdf");
    }

    @GET
    @Path("sign.pdf")
    public Response sign(@RestPath UUID id) {
        return Pages.pdf(printing.sign(reach.staff(id)), "door-sign.pdf");
    }

    @GET
    @Path("labels.pdf")
    public Response labels(@RestPath UUID id) {
        return Pages.pdf(printing.labels(reach.staff(id)), "seat-labels.pdf");
    }

    @GET
    @Path("tickets.pdf")
    public Response tickets(@RestPath UUID id) {
        return Pages.pdf(printing.tickets(reach.staff(id).id()), "tickets.pdf");
    }

    @GET
    @Path("tickets/{enrolment}.pdf")
    public Response ticket(@RestPath UUID id, @RestPath UUID enrolment) {
        reach.staff(id);
        if (sessions.enrolment(enrolment).filter(e -> e.sessionId().equals(id)).isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Pages.pdf(printing.ticket(enrolment), "ticket.pdf");
    }

    @POST
    @Path("directions")
    @RolesAllowed(Roles.CENTRE_MANAGER)
    public Response directions(@RestPath UUID id, @RestForm String zh, @RestForm String en) {
        SessionView session = reach.within(id, Roles.CENTRE_MANAGER);
        try {
            printing.directions(session.centreId(), zh, en);
        } catch (Refused refused) {
            return Pages.of(
                    refused.reason().status(),
                    Templates.print(session, new Directions.Way(zh, en), refused, qualifications));
        }
        return Response.seeOther(URI.create("/sessions/" + id + "/print")).build();
    }
}
