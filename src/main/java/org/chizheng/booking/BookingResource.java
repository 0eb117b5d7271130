package org.chizheng.booking;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** The same as the candidate's page, for programs. A refusal is a problem (RFC 9457) with its reason, such as FULL. */
@Path("/api/bookings")
@RolesAllowed(Roles.CANDIDATE)
public class BookingResource {
    private final OwnBookings own;
    private final BookingDesk desk;
    private final CurrentUser user;

    BookingResource(OwnBookings own, BookingDesk desk, CurrentUser user) {
        this.own = own;
        this.desk = desk;
        this.user = user;
    }

    @GET
    public List<BookingView> mine() {
        return own.of(user.personId()).stream().map(BookingView::of).toList();
    }

    @POST
    public Response book(BookingForm form) {
        UUID session = session(form);
        if (form.application() == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "application");
        }
        String ticket = desk.book(user.personId(), form.application(), session, user.principal());
        return Response.status(Response.Status.CREATED)
                .entity(new BookingView.Booked(ticket))
                .build();
    }

    @POST
    @Path("{application}/move")
    public BookingView.Booked move(@RestPath UUID application, BookingForm form) {
        return new BookingView.Booked(desk.move(user.personId(), application, session(form), user.principal()));
    }

    @POST
    @Path("{application}/cancel")
    public void cancel(@RestPath UUID application) {
        desk.cancel(user.personId(), application, user.principal());
    }

    @POST
    @Path("{application}/wait")
    public void join(@RestPath UUID application, BookingForm form) {
        desk.join(user.personId(), application, session(form));
    }

    @POST
    @Path("{application}/leave")
    public void leave(@RestPath UUID application, BookingForm form) {
        desk.leave(user.personId(), application, session(form));
    }

    private static UUID session(BookingForm form) {
        if (form == null || form.session() == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "session");
        }
        return form.session();
    }
}
