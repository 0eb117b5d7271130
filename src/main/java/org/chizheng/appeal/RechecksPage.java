package org.chizheng.appeal;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.appeal.rule.FourEyes;
import org.chizheng.appeal.rule.Outcome;
import org.chizheng.appeal.rule.Verdict;
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
import org.chizheng.scoring.Releases;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The desk for rechecks and appeals: certificate officers recheck, regulators decide appeals, each within their reach. */
@Path("/rechecks")
@RolesAllowed({Roles.CERTIFICATE_OFFICER, Roles.REGULATOR})
public class RechecksPage {
    private static final String[] SEE = {Roles.CERTIFICATE_OFFICER, Roles.REGULATOR};
    private final Rechecks rechecks;
    private final Parts parts;
    private final Deciding deciding;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    RechecksPage(
            Rechecks rechecks, Parts parts, Deciding deciding, Qualifications qualifications, CurrentUser user, Ui ui) {
        this.rechecks = rechecks;
        this.parts = parts;
        this.deciding = deciding;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    /** What the page offers the reader: role for what waits, one who had no part, outcome that the comparison leaves (null: none). */
    public record Offer(boolean concerns, boolean mayAct, Outcome left) {}

    @CheckedTemplate(basePath = "appeal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance rechecks(
                List<RecheckView> waiting, List<RecheckView> decided, Qualifications qualifications);

        static native TemplateInstance recheck(
                RecheckView recheck,
                List<RecheckStep> steps,
                Compared compared,
                Offer offer,
                String words,
                Refused refused,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list() {
        return Templates.rechecks(rechecks.waiting(reach()), rechecks.decided(reach()), qualifications);
    }

    private Releases.Reach reach() {
        return new Releases.Reach(user.centres(SEE), user.regions(SEE));
    }

    /** All that the desk lists, without what was written. */
    @GET
    @Path("rechecks.xlsx")
    public Response file() {
        List<RecheckView> all = Stream.concat(rechecks.waiting(reach()).stream(), rechecks.decided(reach()).stream())
                .toList();
        byte[] book = new ListColumns<RecheckView>(head -> ui.text("appeal_", head))
                .add("asked", one -> ui.time(one.askedAt()))
                .add("candidate", RecheckView::name)
                .add(
                        "exam",
                        one -> ui.pick(
                                qualifications.get(one.qualification()).zh(),
                                qualifications.get(one.qualification()).en()))
                .add("centre", one -> ui.pick(one.centreZh(), one.centreEn()))
                .add("part", one -> ui.text("appeal_part_", one.part()))
                .add("state", one -> ui.text("appeal_state_", one.state().name()))
                .add("due", RecheckView::answerDue)
                .book(ui.text("appeal_", "title"), all);
        return Download.of(book, ListBook.MEDIA_TYPE, "rechecks.xlsx");
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id) {
        return page(reached(id), "", null);
    }

    /** @param outcome of an appeal only */
    @POST
    @Path("{id}/propose")
    public Response propose(@RestPath UUID id, @RestForm String outcome, @RestForm @DefaultValue("") String words) {
        Outcome named = Stream.of(Outcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElse(null);
        return act(id, words, () -> deciding.propose(id, named, words, user.principal()));
    }

    @POST
    @Path("{id}/confirm")
    public Response confirm(@RestPath UUID id, @RestForm @DefaultValue("") String words) {
        return act(id, words, () -> deciding.confirm(id, words, user.principal()));
    }

    @POST
    @Path("{id}/return")
    public Response giveBack(@RestPath UUID id, @RestForm @DefaultValue("") String words) {
        return act(id, words, () -> deciding.giveBack(id, words, user.principal()));
    }

    private Response act(UUID id, String words, Runnable act) {
        RecheckView recheck = reached(id);
        if (!concerns(recheck)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        try {
            act.run();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(reached(id), words, refused));
        }
        return Response.seeOther(URI.create("/rechecks/" + id)).build();
    }

    private TemplateInstance page(RecheckView recheck, String words, Refused refused) {
        List<RecheckStep> steps = rechecks.steps(recheck.id());
        Compared compared = parts.get(recheck.part()).compare(recheck.subject(), Rechecks.roundBegan(recheck, steps));
        Outcome left = Verdict.of(compared.recordHolds(), compared.differs(), compared.movedSince())
                .orElse(null);
        boolean made = parts.get(recheck.part()).made(recheck.subject()).contains(user.principal());
        boolean mayAct =
                !made && FourEyes.mayAct(user.principal(), Rechecks.ofStaff(steps), recheck.round(), recheck.state());
        Offer offer = new Offer(concerns(recheck), mayAct, left);
        return Templates.recheck(recheck, steps, compared, offer, words, refused, qualifications);
    }

    /** Appeals are the regulators' work, rechecks the certificate officers'. */
    private boolean concerns(RecheckView recheck) {
        String role = recheck.state().isAppeal() ? Roles.REGULATOR : Roles.CERTIFICATE_OFFICER;
        return recheck.state().waits() && user.reachesCentre(recheck.centreId(), recheck.region(), role);
    }

    private RecheckView reached(UUID id) {
        RecheckView recheck = rechecks.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachCentre(recheck.centreId(), recheck.region(), SEE);
        return recheck;
    }
}
