package org.chizheng.closing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.incident.Incidents;
import org.chizheng.incident.Signatory;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Closing a room: what is open still, who was absent, the record, and who signed it. The authority reads. */
@Path("/sessions/{id}/closing")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class ClosingPage {
    private static final String[] STAFF = {Roles.INVIGILATOR, Roles.CENTRE_MANAGER};
    private static final String[] READERS = {Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR};
    private final Sessions sessions;
    private final Attendances attendances;
    private final Incidents incidents;
    private final Closings closings;
    private final Closing closing;
    private final AbsenceMarking marking;
    private final CurrentUser user;
    private final Ui ui;

    ClosingPage(
            Sessions sessions,
            Attendances attendances,
            Incidents incidents,
            Closings closings,
            Closing closing,
            AbsenceMarking marking,
            CurrentUser user,
            Ui ui) {
        this.sessions = sessions;
        this.attendances = attendances;
        this.incidents = incidents;
        this.closings = closings;
        this.closing = closing;
        this.marking = marking;
        this.user = user;
        this.ui = ui;
    }

    /**
     * How far the room is.
     *
     * @param record the one drawn up last, or null
     * @param outdated it no longer tells what the room is
     * @param later incidents that were recorded after the room was closed
     */
    public record Standing(
            List<Matter> open, ClosingView record, boolean outdated, boolean signedByMe, boolean staff, long later) {
        public boolean closed() {
            return record != null && record.closed();
        }

        /** Nothing is open, and there is no record that could be signed. */
        public boolean toDrawUp() {
            return open.isEmpty() && (record == null || outdated);
        }

        public boolean toSign() {
            return open.isEmpty() && record != null && !outdated && !closed();
        }
    }

    @CheckedTemplate(basePath = "closing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance closing(
                SessionView session, Standing standing, List<AttendanceLine> attendance, Refused refused);
    }

    @GET
    @RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
    public TemplateInstance show(@RestPath UUID id) {
        return page(reach(id, READERS), null);
    }

    /** Who came, who did not and why, for Excel. */
    @GET
    @Path("attendance.xlsx")
    @RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
    public Response attendance(@RestPath UUID id) {
        List<List<Object>> rows = attendances.of(reach(id, READERS)).stream()
                .map(line -> List.<Object>of(
                        line.seat() == null ? "" : line.seat(),
                        line.name(),
                        line.ticket(),
                        ui.time(line.checkedInAt()),
                        ui.time(line.beganAt()),
                        ui.time(line.closedAt()),
                        ui.text("closing_attendance_", line.attendance().name()),
                        line.reason() == null ? "" : line.reason()))
                .toList();
        List<String> heads = Stream.of("seat", "name", "ticket", "in", "began", "ended", "what", "reason")
                .map(head -> ui.text("closing_pdf_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("closing_", "attendance"), heads, rows), ListBook.MEDIA_TYPE, "attendance.xlsx");
    }

    @POST
    @Path("absences")
    public Response mark(@RestPath UUID id, @RestForm UUID candidate, @RestForm String kind, @RestForm String reason) {
        SessionView session = reach(id, STAFF);
        if (candidate == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "candidate");
        }
        return act(session, () -> marking.mark(id, candidate, kind, reason, user.principal()));
    }

    @POST
    @Path("record")
    public Response drawUp(@RestPath UUID id) {
        return act(reach(id, STAFF), () -> closing.drawUp(id, user.principal()));
    }

    /** @param record the one that the signer saw */
    @POST
    @Path("sign")
    public Response sign(@RestPath UUID id, @RestForm UUID record) {
        return act(reach(id, STAFF), () -> closing.sign(id, record, Signatory.of(user)));
    }

    /** The bytes as they were drawn up. */
    @GET
    @Path("record.pdf")
    @RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
    public Response pdf(@RestPath UUID id) {
        reach(id, READERS);
        byte[] pdf = closings.newest(id)
                .flatMap(record -> closings.pdf(record.id()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"room-record.pdf\"")
                .build();
    }

    private Response act(SessionView session, Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create("/sessions/" + session.id() + "/closing"))
                    .build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(session, refused));
        }
    }

    private TemplateInstance page(SessionView session, Refused refused) {
        ClosingView record = closings.newest(session.id()).orElse(null);
        boolean closed = record != null && record.closed();
        Standing standing = new Standing(
                closed ? List.of() : closing.open(session),
                record,
                record != null && closing.isOutOfDate(session, record),
                record != null && record.isSignedBy(Signatory.of(user)),
                user.reachesCentre(session.centreId(), session.region(), STAFF),
                closed
                        ? incidents.ofSession(session.id()).stream()
                                .filter(row -> row.reportedAt().isAfter(record.closedAt()))
                                .count()
                        : 0);
        return Templates.closing(session, standing, attendances.of(session), refused);
    }

    private SessionView reach(UUID id, String... roles) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), roles);
        return session;
    }
}
