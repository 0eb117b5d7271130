package org.chizheng.admission;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
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
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's own tickets: examinations to come, and those of the last day. */
@Path("/my/tickets")
@RolesAllowed(Roles.CANDIDATE)
public class OwnTicketsPage {
    private final TicketFaces faces;
    private final Printing printing;
    private final Sessions sessions;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final OfficialClock clock;

    public OwnTicketsPage(
            TicketFaces faces,
            Printing printing,
            Sessions sessions,
            Qualifications qualifications,
            CurrentUser user,
            OfficialClock clock) {
        this.faces = faces;
        this.printing = printing;
        this.sessions = sessions;
        this.qualifications = qualifications;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admission", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance tickets(List<UpcomingView> upcoming, Qualifications qualifications);
    }

    @GET
    public TemplateInstance mine() {
        return Templates.tickets(
                faces.upcoming(user.personId(), clock.now().minus(Duration.ofDays(1))), qualifications);
    }

    /** Another's ticket is answered as if it did not exist. */
    @GET
    @Path("{id}.pdf")
    public Response ticket(@RestPath UUID id) {
        UUID person = user.personId();
        if (sessions.enrolment(id).filter(e -> e.personId().equals(person)).isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return Pages.pdf(printing.ticket(id), "ticket.pdf");
    }
}
