package org.chizheng.admission;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who is in, who is late, refused or absent, and everybody who came without a place: nobody is lost. */
@Path("/sessions/{id}/entrance/list")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class EntranceListPage {
    private final Entrances entrances;
    private final WalkIns walkIns;
    private final Settling settling;
    private final SessionReach reach;
    private final CurrentUser user;
    private final Ui ui;

    public EntranceListPage(
            Entrances entrances, WalkIns walkIns, Settling settling, SessionReach reach, CurrentUser user, Ui ui) {
        this.entrances = entrances;
        this.walkIns = walkIns;
        this.settling = settling;
        this.reach = reach;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "admission", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance list(
                SessionView session,
                List<CandidateView> candidates,
                EntranceCount count,
                List<WalkInView> walkIns,
                Map<String, ReasonView> reasons,
                Refused refused);
    }

    @GET
    public TemplateInstance list(@RestPath UUID id) {
        return page(reach.staff(id), null);
    }

    private TemplateInstance page(SessionView session, Refused refused) {
        List<CandidateView> candidates = entrances.candidates(session);
        List<WalkInView> came = walkIns.ofSession(session.id());
        return Templates.list(session, candidates, EntranceCount.of(candidates, came), came, reasonsByCode(), refused);
    }

    private Map<String, ReasonView> reasonsByCode() {
        return entrances.reasons("REFUSAL").stream().collect(Collectors.toMap(ReasonView::code, Function.identity()));
    }

    /** Candidates and walk-ins in one list. */
    @GET
    @Path("list.xlsx")
    public Response file(@RestPath UUID id) {
        SessionView session = reach.staff(id);
        List<String> heads = List.of("number", "name", "presence", "seat", "in_at", "reason").stream()
                .map(head -> ui.text("admission_", head))
                .toList();
        Map<String, ReasonView> reasons = reasonsByCode();
        List<List<String>> rows = new java.util.ArrayList<>();
        entrances.candidates(session).forEach(each -> rows.add(row(each, reasons)));
        walkIns.ofSession(id).forEach(each -> rows.add(row(each)));
        return Download.of(
                ListBook.of(ui.text("admission_", "list"), heads, rows), ListBook.MEDIA_TYPE, "entrance.xlsx");
    }

    private List<String> row(CandidateView each, Map<String, ReasonView> reasons) {
        ReasonView reason = each.lastReason() == null ? null : reasons.get(each.lastReason());
        return Arrays.asList(
                each.ticket(),
                each.name(),
                ui.text("admission_presence_", each.presence().name()),
                each.seat(),
                ui.time(each.checkedInAt()),
                reason == null ? null : ui.pick(reason.zh(), reason.en()));
    }

    private List<String> row(WalkInView each) {
        return Arrays.asList(
                null,
                each.name(),
                ui.text("admission_walk_in_", each.kind()),
                each.otherRoom(),
                ui.time(each.seenAt()),
                each.outcome() == null ? null : ui.text("admission_outcome_", each.outcome()));
    }

    /** Gives a walk-in with an accepted application a place; then the entrance goes on with them. */
    @POST
    @Path("{walkIn}/admit")
    public Response admit(@RestPath UUID id, @RestPath UUID walkIn) {
        SessionView session = reach.staff(id);
        try {
            UUID enrolment = settling.admit(id, walkIn, user.principal());
            return Response.seeOther(URI.create("/sessions/" + id + "/entrance?of=" + enrolment))
                    .build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(session, refused));
        }
    }

    @POST
    @Path("{walkIn}/send")
    public Response send(@RestPath UUID id, @RestPath UUID walkIn, @RestForm String outcome, @RestForm String note) {
        SessionView session = reach.staff(id);
        try {
            settling.send(id, walkIn, outcome, note, user.principal());
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(session, refused));
        }
        return Response.seeOther(URI.create("/sessions/" + id + "/entrance/list"))
                .build();
    }
}
