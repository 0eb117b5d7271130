package org.chizheng.lockdown;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestPath;

/** Which browser a session is sat in, for programs of the centre. */
@Path("/api/sessions/{id}/lockdown")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.ADMINISTRATOR})
public class LockdownResource {
    private final Lockdowns lockdowns;
    private final Locking locking;
    private final Sessions sessions;
    private final CurrentUser user;

    public LockdownResource(Lockdowns lockdowns, Locking locking, Sessions sessions, CurrentUser user) {
        this.lockdowns = lockdowns;
        this.locking = locking;
        this.sessions = sessions;
        this.user = user;
    }

    @GET
    public LockdownView lockdown(@RestPath UUID id) {
        mustReach(id);
        return lockdowns.of(id);
    }

    @POST
    public LockdownView lock(@RestPath UUID id, LockdownForm form) {
        mustReach(id);
        if (form == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "required");
        }
        return locking.lock(id, form);
    }

    private void mustReach(UUID id) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), Roles.CENTRE_MANAGER, Roles.ADMINISTRATOR);
    }
}
