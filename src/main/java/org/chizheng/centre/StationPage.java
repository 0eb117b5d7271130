package org.chizheng.centre;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.OfficialClock;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A centre's practical stations, and the devices of each. */
@Path("/centres/{id}/stations")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER})
public class StationPage {
    private final Stations stations;
    private final Stationing stationing;
    private final Arranging arranging;
    private final CentreReach reach;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    public StationPage(
            Stations stations,
            Stationing stationing,
            Arranging arranging,
            CentreReach reach,
            Qualifications qualifications,
            OfficialClock clock) {
        this.stations = stations;
        this.stationing = stationing;
        this.arranging = arranging;
        this.reach = reach;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "centre", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance station(
                CentreView centre,
                StationView station,
                List<DeviceView> devices,
                boolean keeps,
                LocalDate today,
                Qualifications qualifications);
    }

    @GET
    @Path("{station}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
    public TemplateInstance look(@RestPath UUID id, @RestPath UUID station) {
        CentreView centre = reach.centre(id, CentreReach.READERS);
        return Templates.station(
                centre,
                reach.station(centre, station),
                stations.devices(station),
                reach.reaches(centre, CentreReach.KEEPERS),
                clock.today(),
                qualifications);
    }

    @POST
    public Response enter(
            @RestPath UUID id,
            @RestForm String label,
            @RestForm("qualification") List<String> codes,
            @RestForm @DefaultValue("1") int capacity) {
        reach.centre(id, CentreReach.KEEPERS);
        return to(id, stationing.station(id, label, codes, capacity));
    }

    @POST
    @Path("{station}")
    public Response change(
            @RestPath UUID id,
            @RestPath UUID station,
            @RestForm String label,
            @RestForm("qualification") List<String> codes,
            @RestForm @DefaultValue("1") int capacity) {
        stationing.change(mine(id, station), label, codes, capacity);
        return to(id, station);
    }

    /** @param reason why it goes out of service; with back it is put into service again */
    @POST
    @Path("{station}/service")
    public Response service(
            @RestPath UUID id, @RestPath UUID station, @RestForm String reason, @RestForm boolean back) {
        mine(id, station);
        serve(Arranging.Part.STATION, station, reason, back);
        return to(id, station);
    }

    @POST
    @Path("{station}/devices")
    public Response device(
            @RestPath UUID id,
            @RestPath UUID station,
            @RestForm String name,
            @RestForm String serial,
            @RestForm String checkedUntil) {
        mine(id, station);
        stationing.device(station, name, serial, Days.of(checkedUntil, "checkedUntil"));
        return to(id, station);
    }

    @POST
    @Path("{station}/devices/{device}")
    public Response inspected(
            @RestPath UUID id, @RestPath UUID station, @RestPath UUID device, @RestForm String checkedUntil) {
        mine(id, device, station);
        stationing.inspected(device, Days.of(checkedUntil, "checkedUntil"));
        return to(id, station);
    }

    @POST
    @Path("{station}/devices/{device}/service")
    public Response deviceService(
            @RestPath UUID id,
            @RestPath UUID station,
            @RestPath UUID device,
            @RestForm String reason,
            @RestForm boolean back) {
        mine(id, device, station);
        serve(Arranging.Part.DEVICE, device, reason, back);
        return to(id, station);
    }

    private void serve(Arranging.Part part, UUID id, String reason, boolean back) {
        if (back) {
            arranging.putBack(part, id);
        } else {
            arranging.takeOut(part, id, reason);
        }
    }

    private StationView mine(UUID id, UUID station) {
        return reach.station(reach.centre(id, CentreReach.KEEPERS), station);
    }

    private void mine(UUID id, UUID device, UUID station) {
        mine(id, station);
        reach.device(reach.centre(id, CentreReach.KEEPERS), device);
    }

    private static Response to(UUID id, UUID station) {
        return Response.seeOther(URI.create("/centres/" + id + "/stations/" + station))
                .build();
    }
}
