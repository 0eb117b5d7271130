package org.chizheng.authoring;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.Allowed;
import org.chizheng.bank.DraftView;
import org.chizheng.bank.Drafts;
import org.chizheng.bank.Drafts.Standing;
import org.chizheng.bank.Staff;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A draft beside what is approved: what changed, how it looks, what the checks say; for the reviewer to approve or to give back. */
@Path("/bank/items/{code}/review")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class ReviewPage {
    private final Drafts drafts;
    private final Subjects subjects;
    private final Reviewing reviewing;
    private final Checking checking;
    private final Staff staff;

    ReviewPage(Drafts drafts, Subjects subjects, Reviewing reviewing, Checking checking, Staff staff) {
        this.drafts = drafts;
        this.subjects = subjects;
        this.reviewing = reviewing;
        this.checking = checking;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "authoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance review(
                SubjectView subject,
                DraftView draft,
                EditorView seen,
                Comparison comparison,
                List<FindingView> findings,
                String ownWords,
                Allowed allowed,
                String reason,
                Refused refused);
    }

    @GET
    public TemplateInstance review(@RestPath String code) {
        return page(code, "", null);
    }

    private TemplateInstance page(String code, String reason, Refused refused) {
        Standing item = drafts.standing(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        DraftView draft = drafts.find(code).orElseThrow(() -> new Refused(AuthoringRefusal.NO_DRAFT));
        SubjectView subject = subjects.find(item.subject()).orElseThrow();
        Proposal proposal = new Proposal(draft.text(), draft.level(), draft.practice());
        return Templates.review(
                subject,
                draft,
                EditorView.kept(code, draft.version(), proposal, item.practice()),
                Comparison.of(draft, drafts.approved(code).orElse(null), item.level(), item.practice()),
                FindingView.of(checking.of(item.subject(), code, draft.text())),
                item.life().refusal(Act.APPROVE, staff.who()).map(Enum::name).orElse(""),
                new Allowed(item.life().open(staff.who())),
                reason,
                refused);
    }

    @POST
    @Path("approve")
    @RolesAllowed(Roles.REVIEWER)
    public Response approve(@RestPath String code, @RestForm String version) {
        try {
            reviewing.approve(code, seen(version), staff.who());
        } catch (Refused refused) {
            return again(code, "", refused);
        }
        return Response.seeOther(URI.create("/bank/items/" + code)).build();
    }

    /** A refusal keeps the reason that was typed. */
    @POST
    @Path("return")
    @RolesAllowed(Roles.REVIEWER)
    public Response giveBack(@RestPath String code, @RestForm String version, @RestForm String reason) {
        try {
            reviewing.giveBack(code, seen(version), reason, staff.who());
        } catch (Refused refused) {
            return again(code, reason == null ? "" : reason, refused);
        }
        return Response.seeOther(URI.create("/bank/items/" + code)).build();
    }

    private Response again(String code, String reason, Refused refused) {
        if (refused.reason() == CommonRefusal.NOT_FOUND || drafts.find(code).isEmpty()) {
            throw refused;
        }
        return Pages.of(refused.reason().status(), page(code, reason, refused));
    }

    private static int seen(String version) {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
    }
}
