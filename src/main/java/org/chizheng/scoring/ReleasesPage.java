package org.chizheng.scoring;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.ListColumns;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.Qualifications;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The desk where results are released: what waits, by when, who has approved; and what was released, as files for the centre. */
@Path("/results")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.CENTRE_MANAGER})
public class ReleasesPage {
    private static final String[] SEE = {Roles.CERTIFICATE_OFFICER, Roles.CENTRE_MANAGER};
    private final Releases releases;
    private final ReleasedResults released;
    private final Approving approving;
    private final Releasing releasing;
    private final Sessions sessions;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    ReleasesPage(
            Releases releases,
            ReleasedResults released,
            Approving approving,
            Releasing releasing,
            Sessions sessions,
            Qualifications qualifications,
            CurrentUser user,
            Ui ui) {
        this.releases = releases;
        this.released = released;
        this.approving = approving;
        this.releasing = releasing;
        this.sessions = sessions;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "scoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance releases(
                List<ReleaseRow> waiting,
                List<ReleaseRow> released,
                String who,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list() {
        return page(null);
    }

    private TemplateInstance page(Refused refused) {
        return Templates.releases(
                releases.waiting(reach()), releases.released(reach()), user.principal(), refused, qualifications);
    }

    private Releases.Reach reach() {
        return new Releases.Reach(user.centres(SEE), user.regions(SEE));
    }

    @GET
    @Path("waiting.xlsx")
    public Response waiting() {
        byte[] book = new ListColumns<ReleaseRow>(this::head)
                .add("centre", row -> ui.pick(row.centreZh(), row.centreEn()))
                .add("room", ReleaseRow::room)
                .add("exam", row -> exam(row.qualification()))
                .add("day", row -> ui.time(row.startsAt()))
                .add("due", ReleaseRow::due)
                .add("left", ReleaseRow::left)
                .add("sittings", ReleaseRow::sittings)
                .add("open", ReleaseRow::open)
                .add("unscored", ReleaseRow::unscored)
                .add("results", ReleaseRow::results)
                .add("withheld", ReleaseRow::withheld)
                .add("approved", row -> row.approvedBy() == null ? "" : ui.account(row.approvedBy()))
                .book(ui.text("scoring_release_", "title"), releases.waiting(reach()));
        return Download.of(book, ListBook.MEDIA_TYPE, "waiting.xlsx");
    }

    /** The released results of a session: identity numbers masked, scores as they are now. */
    @GET
    @Path("{id}/results.xlsx")
    public Response results(@RestPath UUID id) {
        SessionView session = reach(id, SEE);
        byte[] book = new ListColumns<ReleasedLine>(this::head)
                .add("ticket", ReleasedLine::ticket)
                .add("name", ReleasedLine::name)
                .add("id", ReleasedLine::idMasked)
                .add("seat", ReleasedLine::seat)
                .add("raw", ReleasedLine::raw)
                .add("cut", ReleasedLine::cut)
                .add("verdict", line -> ui.text("scoring_release_verdict_", line.passed() ? "passed" : "failed"))
                .add("released_at", line -> ui.time(line.releasedAt()))
                .add("corrected", line -> ui.text("common_", line.corrected() ? "yes" : "no"))
                .book(exam(session.qualification()), released.of(id));
        return Download.of(book, ListBook.MEDIA_TYPE, "results-" + id + ".xlsx");
    }

    @POST
    @Path("{id}/approve")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response approve(@RestPath UUID id) {
        return act(id, () -> approving.approve(id, user.principal()));
    }

    @POST
    @Path("{id}/release")
    @RolesAllowed(Roles.CERTIFICATE_OFFICER)
    public Response release(@RestPath UUID id) {
        return act(id, () -> releasing.release(id, user.principal()));
    }

    private Response act(UUID id, Runnable act) {
        reach(id, Roles.CERTIFICATE_OFFICER);
        try {
            act.run();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(refused));
        }
        return Response.seeOther(URI.create("/results")).build();
    }

    private SessionView reach(UUID id, String... roles) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(session.centreId(), session.region(), roles);
        return session;
    }

    private String exam(String qualification) {
        return ui.pick(
                qualifications.get(qualification).zh(),
                qualifications.get(qualification).en());
    }

    private String head(String name) {
        return ui.text("scoring_release_head_", name);
    }
}
