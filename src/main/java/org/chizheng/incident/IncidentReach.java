package org.chizheng.incident;

import java.util.UUID;
import java.util.stream.Stream;

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
    void anyone(UUID id) {
        IncidentRow row = get(id);
        user.mustReachCentre(
                row.centre(),
                row.region(),
                Stream.concat(Stream.of(staffOf(row)), Stream.of(Roles.REGULATOR))
                        .toArray(String[]::new));
    }

    void staff(UUID id) {
        IncidentRow row = get(id);
        user.mustReachCentre(row.centre(), row.region(), staffOf(row));
    }

    void authority(UUID id) {
        IncidentRow row = get(id);
        user.mustReachCentre(row.centre(), row.region(), Roles.REGULATOR);
    }

    boolean isStaff(IncidentRow row) {
        return user.reachesCentre(row.centre(), row.region(), staffOf(row));
    }

    boolean isAuthority(IncidentRow row) {
        return user.reachesCentre(row.centre(), row.region(), Roles.REGULATOR);
    }

    /** Whoever assesses has to do with practicals alone. */
    private static String[] staffOf(IncidentRow row) {
        return row.practical() == null
                ? new String[] {Roles.INVIGILATOR, Roles.CENTRE_MANAGER}
                : new String[] {Roles.INVIGILATOR, Roles.CENTRE_MANAGER, Roles.ASSESSOR};
    }

    private IncidentRow get(UUID id) {
        return incidents.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
