package org.chizheng.scoring;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.scoring.rule.Effect;
import org.chizheng.scoring.rule.Remedy;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Regrades, from the item whose key was wrong to the results that moved; with keys, hence for reviewers and administrators only. */
@Path("/regrades")
@RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
public class RegradesPage {
    private final Regrades regrades;
    private final UsedRevisions revisions;
    private final Regrading regrading;
    private final Applying applying;
    private final CurrentUser user;

    RegradesPage(Regrades regrades, UsedRevisions revisions, Regrading regrading, Applying applying, CurrentUser user) {
        this.regrades = regrades;
        this.revisions = revisions;
        this.regrading = regrading;
        this.applying = applying;
        this.user = user;
    }

    @CheckedTemplate(basePath = "scoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance regrades(List<RegradeRow> rows, Paging paging);

        static native TemplateInstance newRegrade(UsedRevision revision, RegradeForm form, Refused refused);

        static native TemplateInstance regrade(
                RegradeView regrade,
                List<DryRun> runs,
                List<VerdictLine> verdicts,
                Paging paging,
                boolean signedByMe,
                Refused refused);
    }

    /** Pages of fifty, counted from 1; what is asked beyond them is the nearest there is. */
    public record Paging(int page, int pages) {
        static Paging of(String asked, int total) {
            int pages = Math.max(1, (total + Regrades.PAGE_SIZE - 1) / Regrades.PAGE_SIZE);
            int page = asked != null && asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1;
            return new Paging(Math.min(Math.max(1, page), pages), pages);
        }

        public int previous() {
            return page - 1;
        }

        public int next() {
            return page < pages ? page + 1 : 0;
        }
    }

    @GET
    public TemplateInstance list(@RestQuery String page) {
        Paging paging = Paging.of(page, regrades.count());
        return Templates.regrades(regrades.list(paging.page()), paging);
    }

    /** @param revision its number; the newest one that stands in papers if absent */
    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery String item, @RestQuery String revision) {
        int number = revision != null && revision.matches("\\d{1,6}") ? Integer.parseInt(revision) : 0;
        UsedRevision used = used(item, number);
        RegradeForm form = new RegradeForm(
                used.item(),
                used.number(),
                Remedy.CORRECTED_KEY.name(),
                used.proposed(),
                Effect.HOLD_HARMLESS.name(),
                "",
                "");
        return Templates.newRegrade(used, form, null);
    }

    /** What was typed stands on the page again when it is refused. */
    @POST
    public Response open(
            @RestForm String item,
            @RestForm int revision,
            @RestForm String remedy,
            @RestForm List<Integer> right,
            @RestForm String effect,
            @RestForm @DefaultValue("") String reason,
            @RestForm @DefaultValue("") String source) {
        RegradeForm form = new RegradeForm(item, revision, remedy, right, effect, reason, source);
        try {
            return to(regrading.open(form, user.principal()));
        } catch (Refused refused) {
            UsedRevision used = used(item, revision);
            return Pages.of(refused.reason().status(), Templates.newRegrade(used, form, refused));
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id, @RestQuery String page) {
        return shown(id, page, null);
    }

    @POST
    @Path("{id}/run")
    public Response run(@RestPath UUID id) {
        return act(id, () -> regrading.run(id, user.principal()));
    }

    /** @param run the one that the signer saw */
    @POST
    @Path("{id}/sign")
    public Response sign(@RestPath UUID id, @RestForm UUID run) {
        return act(id, () -> regrading.sign(id, run, user.principal()));
    }

    @POST
    @Path("{id}/apply")
    public Response apply(@RestPath UUID id) {
        return act(id, () -> applying.apply(id, user.principal()));
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(@RestPath UUID id) {
        return act(id, () -> regrading.withdraw(id, user.principal()));
    }

    private Response act(UUID id, Runnable act) {
        try {
            act.run();
            return to(id);
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), shown(id, null, refused));
        }
    }

    private TemplateInstance shown(UUID id, String page, Refused refused) {
        RegradeView regrade = regrades.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<DryRun> runs = regrades.runs(id);
        DryRun newest = runs.get(0);
        Paging paging = Paging.of(page, newest.tally().toPass() + newest.tally().toFail());
        List<VerdictLine> verdicts = regrades.verdicts(newest.id(), paging.page());
        boolean mine = newest.isSignedBy(user.principal());
        return Templates.regrade(regrade, runs, verdicts, paging, mine, refused);
    }

    private UsedRevision used(String item, int revision) {
        return revisions.find(item, revision).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Response to(UUID regrade) {
        return Response.seeOther(URI.create("/regrades/" + regrade)).build();
    }
}
