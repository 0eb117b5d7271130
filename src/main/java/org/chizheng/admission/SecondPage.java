package org.chizheng.admission;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The second person's tablet: both photos of each candidate whom somebody else has passed; confirm, or stand against it. */
@Path("/sessions/{id}/entrance/second")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class SecondPage {
    private final Entrances entrances;
    private final Confirming confirming;
    private final SessionReach reach;
    private final CurrentUser user;

    public SecondPage(Entrances entrances, Confirming confirming, SessionReach reach, CurrentUser user) {
        this.entrances = entrances;
        this.confirming = confirming;
        this.reach = reach;
        this.user = user;
    }

    @CheckedTemplate(basePath = "admission", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance second(
                SessionView session,
                List<CheckView> waiting,
                CheckView done,
                String me,
                List<ReasonView> refusals,
                Refused refused);
    }

    /** @param done the check that was confirmed just now, for showing the seat */
    @GET
    public TemplateInstance waiting(@RestPath UUID id, @RestQuery UUID done) {
        return page(reach.staff(id), done, null);
    }

    private TemplateInstance page(SessionView session, UUID done, Refused refused) {
        CheckView told = done == null
                ? null
                : entrances
                        .check(session.id(), done)
                        .filter(CheckView::isConfirmed)
                        .orElse(null);
        return Templates.second(
                session,
                entrances.waiting(session.id()),
                told,
                user.principal(),
                entrances.reasons("REFUSAL"),
                refused);
    }

    @POST
    @Path("{check}/confirm")
    public Response confirm(@RestPath UUID id, @RestPath UUID check) {
        SessionView session = reach.staff(id);
        return answer(session, check, () -> confirming.confirm(id, check, user.principal()));
    }

    @POST
    @Path("{check}/disagree")
    public Response disagree(@RestPath UUID id, @RestPath UUID check, @RestForm String reason, @RestForm String note) {
        SessionView session = reach.staff(id);
        return answer(session, check, () -> confirming.disagree(id, check, reason, note, user.principal()));
    }

    private Response answer(SessionView session, UUID check, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(session, null, refused));
        }
        return Response.seeOther(URI.create("/sessions/" + session.id() + "/entrance/second?done=" + check))
                .build();
    }
}
