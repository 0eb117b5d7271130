package org.chizheng.booking;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who is on duty in a session, who could be, and links with candidates that arose later. */
@Path("/sessions/{id}/duty")
@RolesAllowed(Roles.CENTRE_MANAGER)
public class DutyPage {
    private final Sessions sessions;
    private final Bookings bookings;
    private final Duties duties;
    private final Guarding guarding;
    private final AssigningDuty assigning;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    DutyPage(
            Sessions sessions,
            Bookings bookings,
            Duties duties,
            Guarding guarding,
            AssigningDuty assigning,
            Qualifications qualifications,
            CurrentUser user,
            Ui ui) {
        this.sessions = sessions;
        this.bookings = bookings;
        this.duties = duties;
        this.guarding = guarding;
        this.assigning = assigning;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance duty(
                SessionView session,
                List<OnDuty> onDuty,
                List<Duties.Member> available,
                List<Duties.Conflict> conflicts,
                Refused refused,
                Qualifications qualifications);
    }

    /** A member on duty; links: what stands against it now, empty for nothing. */
    public record OnDuty(Duties.Member member, String links) {}

    @GET
    public Response duty(@RestPath UUID id) {
        return page(reach(id), null);
    }

    private Response page(SessionView session, Refused refused) {
        UUID id = session.id();
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.duty(
                        session,
                        onDuty(id),
                        duties.available(session.centreId(), id, OfficialClock.dateOf(session.startsAt())),
                        duties.conflicts(id),
                        refused,
                        qualifications));
    }

    private List<OnDuty> onDuty(UUID session) {
        Map<UUID, List<Guarding.Linked>> links = guarding
                .inSession(bookings.session(session).orElseThrow())
                .stream()
                .collect(Collectors.groupingBy(Guarding.Linked::staff));
        return duties.onDuty(session).stream()
                .map(member -> new OnDuty(
                        member, AssigningDuty.told(links.getOrDefault(member.id(), List.of()), ui.getLang())))
                .toList();
    }

    @POST
    public Response assign(@RestPath UUID id, @RestForm UUID staff) {
        SessionView session = reach(id);
        if (staff == null) {
            return page(session, new Refused(BookingRefusal.NOBODY_CHOSEN));
        }
        try {
            assigning.assign(id, session.centreId(), staff, user.principal(), ui.getLang());
        } catch (Refused refused) {
            return page(session, refused);
        }
        return to(id);
    }

    @POST
    @Path("{staff}/remove")
    public Response remove(@RestPath UUID id, @RestPath UUID staff) {
        reach(id);
        assigning.remove(id, staff);
        return to(id);
    }

    @GET
    @Path("list.xlsx")
    public Response list(@RestPath UUID id) {
        reach(id);
        return new ListDownload(ui.getLang(), "booking_duty", "officer", "duty", "qualified_until", "links")
                .of(
                        "duty.xlsx",
                        onDuty(id).stream()
                                .map(on -> List.<Object>of(
                                        on.member().name(),
                                        ui.text("booking_duty_", on.member().duty()),
                                        on.member().qualifiedUntil() == null
                                                ? ""
                                                : on.member().qualifiedUntil().toString(),
                                        on.links()))
                                .toList());
    }

    private SessionView reach(UUID id) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), Roles.CENTRE_MANAGER);
        return session;
    }

    private static Response to(UUID session) {
        return Response.seeOther(URI.create("/sessions/" + session + "/duty")).build();
    }
}
