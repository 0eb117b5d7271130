package org.chizheng.incident;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

/** Which incidents the signed-in account reaches: those of its centre, or of its region. */
@RequestScoped
public class IncidentReach {
    private final Incidents incidents;
    private final CurrentUser user;

    IncidentReach(Incidents incidents, CurrentUser user) {
        this.incidents = incidents;
        this.user = user;
    }

    /** Staff of the centre, or the authority. @throws Refused NOT_FOUND if there is none within reach */
    IncidentRow anyone(UUID id) {
        return reach(id, Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR);
    }

    IncidentRow staff(UUID id) {
        return reach(id, Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
    }

    IncidentRow authority(UUID id) {
        return reach(id, Roles.REGULATOR);
    }

    boolean isStaff(IncidentRow row) {
        return user.reachesCentre(row.centre(), row.region(), Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
    }

    boolean isAuthority(IncidentRow row) {
        return user.reachesCentre(row.centre(), row.region(), Roles.REGULATOR);
    }

    private IncidentRow reach(UUID id, String... roles) {
        IncidentRow row = incidents.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(row.centre(), row.region(), roles);
        return row;
    }
}
