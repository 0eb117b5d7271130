package org.chizheng.lockdown;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The form on the session's page. */
@Path("/sessions/{id}/lockdown")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.ADMINISTRATOR})
public class LockdownPage {
    private final Locking locking;
    private final Sessions sessions;
    private final CurrentUser user;

    public LockdownPage(Locking locking, Sessions sessions, CurrentUser user) {
        this.locking = locking;
        this.sessions = sessions;
        this.user = user;
    }

    /** @param examKeys separated by spaces, commas or lines */
    @POST
    public Response lock(
            @RestPath UUID id,
            @RestForm @DefaultValue("false") boolean required,
            @RestForm @DefaultValue("false") boolean printing,
            @RestForm @DefaultValue("") String examKeys,
            @RestForm String quitPassword,
            @RestForm @DefaultValue("false") boolean withoutQuitPassword) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), Roles.CENTRE_MANAGER, Roles.ADMINISTRATOR);
        List<String> keys = Stream.of(examKeys.split("[\\s,;]+"))
                .filter(key -> !key.isEmpty())
                .toList();
        locking.lock(id, new LockdownForm(required, printing, keys, quitPassword, withoutQuitPassword));
        return Response.seeOther(URI.create("/sessions/" + id)).build();
    }
}
