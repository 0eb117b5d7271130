package org.chizheng.centre;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One centre with all that belongs to it. The regulator reads; the manager keeps; names, host and accreditation are the administrator's. */
@Path("/centres/{id}")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class CentrePage {
    private final Centres centres;
    private final Stations stations;
    private final Accreditations accreditations;
    private final CentreStaff staff;
    private final Expiries expiries;
    private final Equipping equipping;
    private final Arranging arranging;
    private final CentreLists lists;
    private final CentreReach reach;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    public CentrePage(
            Centres centres,
            Stations stations,
            Accreditations accreditations,
            CentreStaff staff,
            Expiries expiries,
            Equipping equipping,
            Arranging arranging,
            CentreLists lists,
            CentreReach reach,
            Qualifications qualifications,
            OfficialClock clock) {
        this.centres = centres;
        this.stations = stations;
        this.accreditations = accreditations;
        this.staff = staff;
        this.expiries = expiries;
        this.equipping = equipping;
        this.arranging = arranging;
        this.lists = lists;
        this.reach = reach;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    /** What the page shows of a centre, and what may be done on it. */
    public record Shown(
            CentreView centre,
            List<Expiries.Expiry> expiries,
            int ahead,
            List<RoomView> rooms,
            List<StationView> stations,
            List<AccreditationView> accreditations,
            List<StaffView> staff,
            boolean keeps,
            boolean accredits,
            LocalDate today) {
        /** What a form for something new has chosen. */
        public List<String> nothing() {
            return List.of();
        }
    }

    @CheckedTemplate(basePath = "centre", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance centre(Shown shown, List<String> duties, Qualifications qualifications);
    }

    @GET
    public TemplateInstance look(@RestPath UUID id) {
        CentreView centre = reach.centre(id, CentreReach.READERS);
        Shown shown = new Shown(
                centre,
                expiries.of(List.of(id)),
                expiries.ahead(),
                centres.rooms(id),
                stations.of(id),
                accreditations.of(id),
                staff.of(id),
                reach.reaches(centre, CentreReach.KEEPERS),
                reach.reaches(centre, Roles.ADMINISTRATOR),
                clock.today());
        return Templates.centre(shown, Staffing.DUTIES, qualifications);
    }

    @GET
    @Path("file")
    public Response file(@RestPath UUID id) {
        return Download.of(lists.one(reach.centre(id, CentreReach.READERS)), ListBook.MEDIA_TYPE, "centre.xlsx");
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response change(@RestPath UUID id, @RestForm String zh, @RestForm String en, @RestForm String host) {
        reach.centre(id, Roles.ADMINISTRATOR);
        arranging.centre(id, zh, en, host);
        return Response.seeOther(URI.create("/centres/" + id)).build();
    }

    @POST
    @Path("rooms")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER})
    public Response room(@RestPath UUID id, @RestForm String label, @RestForm int seats) {
        reach.centre(id, CentreReach.KEEPERS);
        UUID room = equipping.room(id, label, seats);
        return Response.seeOther(URI.create("/centres/" + id + "/rooms/" + room))
                .build();
    }
}
