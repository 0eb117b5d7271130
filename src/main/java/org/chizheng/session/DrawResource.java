package org.chizheng.session;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.paper.DrawView;
import org.chizheng.paper.Draws;
import org.jboss.resteasy.reactive.RestPath;

/** The public record of a session's draw: commitment, blinded items, digests of the papers; the secret once the results are released. No item, no person, no seat. */
@Path("/api/draws/{session}")
@PermitAll
public class DrawResource {
    private final Sessions sessions;
    private final Draws draws;

    public DrawResource(Sessions sessions, Draws draws) {
        this.sessions = sessions;
        this.draws = draws;
    }

    @GET
    public DrawView record(@RestPath UUID session) {
        return sessions.find(session)
                .flatMap(found -> draws.of(found.batchId()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
