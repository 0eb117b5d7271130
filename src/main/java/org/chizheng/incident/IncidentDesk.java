package org.chizheng.incident;

import java.net.URI;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.regulation.Policies;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of one incident, for staff and authority alike; a refusal stands on it. */
@RequestScoped
public class IncidentDesk {
    private final IncidentFiles files;
    private final IncidentReach reach;
    private final Policies policies;
    private final CurrentUser user;
    private final OfficialClock clock;

    IncidentDesk(IncidentFiles files, IncidentReach reach, Policies policies, CurrentUser user, OfficialClock clock) {
        this.files = files;
        this.reach = reach;
        this.policies = policies;
        this.user = user;
        this.clock = clock;
    }

    /** Who looks: showing an act is not allowing it. @param twoParts the examination consists of theory and practical */
    public record Viewer(boolean staff, boolean authority, boolean signed, boolean handInIt, boolean twoParts) {}

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance incident(IncidentFile file, Viewer viewer, String now, Refused refused);
    }

    Response act(UUID id, Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create("/incidents/" + id)).build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(id, refused));
        }
    }

    TemplateInstance page(UUID id, Refused refused) {
        IncidentFile file = files.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Signatory me = Signatory.of(user);
        Viewer viewer = new Viewer(
                reach.isStaff(file.row()),
                reach.isAuthority(file.row()),
                file.isSignedBy(me),
                file.hasHandIn(me),
                !policies.byId(file.row().policy()).isTheoryOnly());
        return Templates.incident(file, viewer, Times.field(clock.now()), refused);
    }
}
