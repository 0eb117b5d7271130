package org.chizheng.authoring;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.DraftView;
import org.chizheng.bank.Drafts;
import org.chizheng.bank.Drafts.Standing;
import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Staff;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.bank.rule.ItemLife.Act;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.TemplateInstance;

/** Where an author changes an item: its open draft, or the approved text, from which a draft is made by saving. */
@Path("/bank/items/{code}/draft")
@RolesAllowed(Roles.AUTHOR)
public class DraftPage {
    private final Drafts drafts;
    private final Subjects subjects;
    private final Editing editing;
    private final Writing writing;
    private final Checking checking;
    private final Staff staff;

    DraftPage(Drafts drafts, Subjects subjects, Editing editing, Writing writing, Checking checking, Staff staff) {
        this.drafts = drafts;
        this.subjects = subjects;
        this.editing = editing;
        this.writing = writing;
        this.checking = checking;
        this.staff = staff;
    }

    @GET
    public TemplateInstance edit(@RestPath String code, @RestQuery @DefaultValue("false") boolean saved) {
        Standing item = item(code);
        item.life().refusal(Act.EDIT, staff.who()).ifPresent(fault -> {
            throw new Refused(AuthoringRefusal.valueOf(fault.name()));
        });
        return page(item, null, saved);
    }

    private TemplateInstance page(Standing item, Refused refused, boolean saved) {
        SubjectView subject = subjects.find(item.subject()).orElseThrow();
        DraftView draft = drafts.find(item.code()).orElse(null);
        ItemDraft text = draft == null ? drafts.approved(item.code()).orElseThrow() : draft.text();
        Proposal proposal = draft == null
                ? new Proposal(text, item.level(), item.practice())
                : new Proposal(text, draft.level(), draft.practice());
        return Writing.Templates.draft(
                subject,
                EditorView.kept(
                        item.code(),
                        item.version(),
                        proposal,
                        item.practice() && item.life().revision() > 0),
                draft,
                draft == null
                        ? List.of()
                        : editing.gaps(draft).stream().map(Enum::name).toList(),
                FindingView.of(checking.of(item.subject(), item.code(), text)),
                refused,
                saved);
    }

    /** Saves, or saves and submits, or changes nothing but the page. A refusal shows the page with all that was typed. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response save(@RestPath String code, @BeanParam DraftForm form) {
        Standing item = item(code);
        int version;
        Figure figure = null;
        try {
            figure = writing.figure(form);
            if (form.isForThePage()) {
                return typed(item, form, figure, form.seen(), null);
            }
            version = editing.save(code, form.seen(), form.proposal(figure), staff.who());
        } catch (Refused refused) {
            boolean stale = refused.reason() == AuthoringRefusal.DRAFT_CHANGED;
            return typed(item, form, figure, stale ? item.version() : form.seen(), refused);
        }
        return form.isSubmission() ? submit(code, version) : to("/bank/items/" + code + "/draft?saved=true");
    }

    private Response typed(Standing item, DraftForm form, Figure figure, int version, Refused refused) {
        return writing.again(
                subjects.find(item.subject()).orElseThrow(),
                new Writing.Place(
                        item.code(), version, item.practice() && item.life().revision() > 0),
                form,
                figure,
                drafts.find(item.code()).orElse(null),
                refused);
    }

    private Response submit(String code, int version) {
        try {
            editing.submit(code, version, staff.who());
            return to("/bank/items/" + code);
        } catch (Refused refused) {
            return org.chizheng.common.Pages.of(refused.reason().status(), page(item(code), refused, true));
        }
    }

    private Standing item(String code) {
        return drafts.standing(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
