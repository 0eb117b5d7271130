package org.chizheng.centre;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** A room of a centre: its seats, the computers at them, and what is out of service. */
@Path("/centres/{id}/rooms/{room}")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER})
public class SeatsPage {
    private final Centres centres;
    private final Equipping equipping;
    private final Arranging arranging;
    private final BindingSeats binding;
    private final Workstations workstations;
    private final CentreReach reach;
    private final HttpServerRequest request;

    public SeatsPage(
            Centres centres,
            Equipping equipping,
            Arranging arranging,
            BindingSeats binding,
            Workstations workstations,
            CentreReach reach,
            HttpServerRequest request) {
        this.centres = centres;
        this.equipping = equipping;
        this.arranging = arranging;
        this.binding = binding;
        this.workstations = workstations;
        this.reach = reach;
        this.request = request;
    }

    @CheckedTemplate(basePath = "centre", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance room(
                CentreView centre,
                RoomView room,
                List<SeatView> seats,
                boolean keeps,
                boolean fingerprints,
                Workstations.Workstation here);
    }

    @GET
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
    public TemplateInstance look(@RestPath UUID id, @RestPath UUID room) {
        CentreView centre = reach.centre(id, CentreReach.READERS);
        return Templates.room(
                centre,
                reach.room(centre, room),
                centres.seats(room),
                reach.reaches(centre, CentreReach.KEEPERS),
                workstations.tellFingerprints(),
                workstations.of(request));
    }

    @POST
    public Response change(@RestPath UUID id, @RestPath UUID room, @RestForm String label, @RestForm Integer capacity) {
        arranging.room(mine(id, room), label, capacity);
        return to(id, room);
    }

    /** @param reason why it goes out of service; with back it is put into service again */
    @POST
    @Path("service")
    public Response service(@RestPath UUID id, @RestPath UUID room, @RestForm String reason, @RestForm boolean back) {
        mine(id, room);
        if (back) {
            arranging.putBack(Arranging.Part.ROOM, room);
        } else {
            arranging.takeOut(Arranging.Part.ROOM, room, reason);
        }
        return to(id, room);
    }

    @POST
    @Path("seats")
    public Response add(@RestPath UUID id, @RestPath UUID room, @RestForm @DefaultValue("1") int seats) {
        mine(id, room);
        equipping.addSeats(room, seats);
        return to(id, room);
    }

    @POST
    @Path("network")
    public Response network(@RestPath UUID id, @RestPath UUID room, @RestForm String network) {
        mine(id, room);
        binding.bindRoom(room, network);
        return to(id, room);
    }

    @POST
    @Path("seats/{seat}")
    public Response seat(
            @RestPath UUID id,
            @RestPath UUID room,
            @RestPath UUID seat,
            @RestForm String label,
            @RestForm String network,
            @RestForm String fingerprint) {
        arranging.seat(mine(id, room, seat), label);
        binding.bind(seat, network, fingerprint);
        return to(id, room);
    }

    @POST
    @Path("seats/{seat}/service")
    public Response seatService(
            @RestPath UUID id,
            @RestPath UUID room,
            @RestPath UUID seat,
            @RestForm String reason,
            @RestForm boolean back) {
        mine(id, room, seat);
        if (back) {
            arranging.putBack(Arranging.Part.SEAT, seat);
        } else {
            arranging.takeOut(Arranging.Part.SEAT, seat, reason);
        }
        return to(id, room);
    }

    private RoomView mine(UUID id, UUID room) {
        return reach.room(reach.centre(id, CentreReach.KEEPERS), room);
    }

    private SeatView mine(UUID id, UUID room, UUID seat) {
        mine(id, room);
        return reach.seat(reach.centre(id, CentreReach.KEEPERS), seat);
    }

    private static Response to(UUID id, UUID room) {
        return Response.seeOther(URI.create("/centres/" + id + "/rooms/" + room))
                .build();
    }
}
