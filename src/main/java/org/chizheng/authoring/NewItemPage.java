package org.chizheng.authoring;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Staff;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.TemplateInstance;

/** Where an author begins an item; it has a code as soon as it is saved. */
@Path("/bank/{subject}/new")
@RolesAllowed(Roles.AUTHOR)
public class NewItemPage {
    private final Subjects subjects;
    private final Drafting drafting;
    private final Editing editing;
    private final Writing writing;
    private final Staff staff;

    NewItemPage(Subjects subjects, Drafting drafting, Editing editing, Writing writing, Staff staff) {
        this.subjects = subjects;
        this.drafting = drafting;
        this.editing = editing;
        this.writing = writing;
        this.staff = staff;
    }

    /** chapter: the one to begin with, as the list was filtered. */
    @GET
    public TemplateInstance empty(@RestPath("subject") String code, @RestQuery String chapter) {
        SubjectView subject = subject(code);
        String known = subject.chapters().stream()
                .map(SubjectView.Chapter::code)
                .filter(each -> each.equals(chapter))
                .findFirst()
                .orElse("");
        ItemDraft text = new ItemDraft("SINGLE", known, 1, "", List.of(), "", "", null, null);
        EditorView editor = EditorView.kept("", 0, new Proposal(text, Proposal.PROVINCIAL, false), false);
        return Writing.Templates.draft(subject, editor, null, List.of(), List.of(), null, false);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response create(@RestPath("subject") String code, @BeanParam DraftForm form) {
        SubjectView subject = subject(code);
        Figure figure = null;
        try {
            figure = writing.figure(form);
            if (form.isForThePage()) {
                return again(subject, form, figure, null);
            }
            Who who = staff.who();
            String item = drafting.begin(subject.code(), List.of(form.proposal(figure)), who.name())
                    .get(0);
            return Response.seeOther(URI.create("/bank/items/" + item
                            + (form.isSubmission() && submitted(item, who) ? "" : "/draft?saved=true")))
                    .build();
        } catch (Refused refused) {
            return again(subject, form, figure, refused);
        }
    }

    /** What is missing stands on the draft's page. */
    private boolean submitted(String item, Who who) {
        try {
            editing.submit(item, 1, who);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private Response again(SubjectView subject, DraftForm form, Figure figure, Refused refused) {
        return writing.again(subject, new Writing.Place("", 0, false), form, figure, null, refused);
    }

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
