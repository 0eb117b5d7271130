package org.chizheng.centre;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

/** Finds what belongs to a centre, for those who reach the centre; all else is answered as if it did not exist. */
@RequestScoped
public class CentreReach {
    static final String[] READERS = {Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR};
    static final String[] KEEPERS = {Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER};
    private final Centres centres;
    private final Stations stations;
    private final CurrentUser user;

    public CentreReach(Centres centres, Stations stations, CurrentUser user) {
        this.centres = centres;
        this.stations = stations;
        this.user = user;
    }

    /** All that may be read. */
    List<CentreView> all() {
        return centres.all().stream().filter(c -> reaches(c, READERS)).toList();
    }

    boolean reaches(CentreView centre, String... roles) {
        return user.reachesCentre(centre.id(), centre.region(), roles);
    }

    /** @throws Refused NOT_FOUND if there is none, or it is out of reach */
    CentreView centre(UUID id, String... roles) {
        CentreView found = centres.find(id).orElseThrow(CentreReach::none);
        user.mustReachCentre(id, found.region(), roles);
        return found;
    }

    RoomView room(CentreView centre, UUID id) {
        return centres.room(id).filter(r -> r.centreId().equals(centre.id())).orElseThrow(CentreReach::none);
    }

    SeatView seat(CentreView centre, UUID id) {
        SeatView seat = centres.seat(id).orElseThrow(CentreReach::none);
        room(centre, seat.roomId());
        return seat;
    }

    StationView station(CentreView centre, UUID id) {
        return stations.find(id).filter(s -> s.centreId().equals(centre.id())).orElseThrow(CentreReach::none);
    }

    DeviceView device(CentreView centre, UUID id) {
        DeviceView device = stations.device(id).orElseThrow(CentreReach::none);
        station(centre, device.stationId());
        return device;
    }

    static Refused none() {
        return new Refused(CommonRefusal.NOT_FOUND);
    }
}
