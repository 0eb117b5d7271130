package org.chizheng.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

/** Sessions within the reach of who asks, as a centre's staff; the doors of this package share it. */
@ApplicationScoped
class SessionReach {
    private final Sessions sessions;
    private final CurrentUser user;

    SessionReach(Sessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    /** @throws Refused NOT_FOUND */
    SessionView staff(UUID id) {
        return within(id, Roles.CENTRE_MANAGER, Roles.INVIGILATOR);
    }

    SessionView within(UUID id, String... roles) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), roles);
        return session;
    }
}
