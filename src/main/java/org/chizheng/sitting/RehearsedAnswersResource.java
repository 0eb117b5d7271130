package org.chizheng.sitting;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.Rehearsals;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestPath;

/** The log of a rehearsal, event by event, for comparing it with what was acknowledged. Of a real session nobody gets it. */
@Path("/api/rehearsals/{session}/answers")
@RolesAllowed(Roles.CENTRE_MANAGER)
public class RehearsedAnswersResource {
    private static final String LOG = """
            SELECT e.ticket, r.sequence, r.item, r.answer, r.counted FROM enrolment e
            JOIN sitting s ON s.enrolment_id = e.id JOIN response_event r ON r.sitting_id = s.id
            WHERE e.session_id = ? ORDER BY e.ticket, r.sequence""";
    private final Sessions sessions;
    private final Rehearsals rehearsals;
    private final CurrentUser user;
    private final Sql sql;

    public RehearsedAnswersResource(Sessions sessions, Rehearsals rehearsals, CurrentUser user, Sql sql) {
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.user = user;
        this.sql = sql;
    }

    @GET
    public List<RehearsedAnswer> answers(@RestPath UUID session) {
        SessionView found = sessions.find(session)
                .filter(s -> rehearsals.isRehearsal(s.id()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(found.centreId(), found.region(), Roles.CENTRE_MANAGER);
        return sql.list(
                LOG,
                row -> new RehearsedAnswer(
                        row.getString(1), row.getInt(2), row.getInt(3), row.getString(4), row.getBoolean(5)),
                session);
    }
}
