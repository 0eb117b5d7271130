package org.chizheng.booking;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate books a place for an accepted application, moves it, gives it back, waits for one. */
@Path("/my/bookings")
@RolesAllowed(Roles.CANDIDATE)
public class MyBookingsPage {
    private final OwnBookings own;
    private final BookingDesk desk;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    MyBookingsPage(OwnBookings own, BookingDesk desk, Qualifications qualifications, CurrentUser user, Ui ui) {
        this.own = own;
        this.desk = desk;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "booking", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mine(List<OwnBooking> bookings, Refused refused, Qualifications qualifications);
    }

    @GET
    public Response mine() {
        return page(null);
    }

    private Response page(Refused refused) {
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.mine(own.of(user.personId()), refused, qualifications));
    }

    @POST
    @Path("{application}/book")
    public Response book(@RestPath UUID application, @RestForm UUID session) {
        return act(() -> desk.book(user.personId(), application, chosen(session), user.principal()));
    }

    @POST
    @Path("{application}/move")
    public Response move(@RestPath UUID application, @RestForm UUID session) {
        return act(() -> desk.move(user.personId(), application, chosen(session), user.principal()));
    }

    @POST
    @Path("{application}/cancel")
    public Response cancel(@RestPath UUID application) {
        return act(() -> desk.cancel(user.personId(), application, user.principal()));
    }

    @POST
    @Path("{application}/wait")
    public Response join(@RestPath UUID application, @RestForm UUID session) {
        return act(() -> desk.join(user.personId(), application, chosen(session)));
    }

    @POST
    @Path("{application}/leave")
    public Response leave(@RestPath UUID application, @RestForm UUID session) {
        return act(() -> desk.leave(user.personId(), application, chosen(session)));
    }

    @GET
    @Path("list.xlsx")
    public Response list() {
        return new ListDownload(
                        ui.getLang(),
                        "common_menu_bookings",
                        "application",
                        "qualification",
                        "centre",
                        "room",
                        "starts",
                        "ticket")
                .of(
                        "bookings.xlsx",
                        own.of(user.personId()).stream().map(this::row).toList());
    }

    private List<Object> row(OwnBooking booking) {
        Seeker seeker = booking.seeker();
        var q = qualifications.get(seeker.qualification());
        OpenSession place = booking.place();
        return place == null
                ? List.of(seeker.number(), ui.pick(q.zh(), q.en()), "", "", "", "")
                : List.of(
                        seeker.number(),
                        ui.pick(q.zh(), q.en()),
                        ui.pick(place.centreZh(), place.centreEn()),
                        place.room(),
                        ui.time(place.startsAt()),
                        seeker.ticket());
    }

    private static UUID chosen(UUID session) {
        if (session == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "session");
        }
        return session;
    }

    /** A refusal stands on the page, beside what can be chosen now. */
    private Response act(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.reason() == CommonRefusal.NOT_FOUND) {
                throw refused;
            }
            return page(refused);
        }
        return Response.seeOther(URI.create("/my/bookings")).build();
    }
}
