package org.chizheng.invigilation;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

/** Which rooms the signed-in account may look into, and in which it may command: those of its centre. */
@RequestScoped
class RoomReach {
    private final Sessions sessions;
    private final CurrentUser user;

    RoomReach(Sessions sessions, CurrentUser user) {
        this.sessions = sessions;
        this.user = user;
    }

    /** @throws Refused NOT_FOUND if there is no such session or it is out of reach */
    SessionView watch(UUID session) {
        return reach(session, Roles.INVIGILATOR, Roles.CENTRE_MANAGER);
    }

    /** @throws Refused as {@link #watch} */
    SessionView command(UUID session) {
        return reach(session, Roles.INVIGILATOR);
    }

    boolean mayCommand(SessionView session) {
        return user.reachesCentre(session.centreId(), session.region(), Roles.INVIGILATOR);
    }

    private SessionView reach(UUID id, String... roles) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), roles);
        return session;
    }
}
