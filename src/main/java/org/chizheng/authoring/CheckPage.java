package org.chizheng.authoring;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.authoring.Silencing.SilenceForm;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What the checks say of a subject's items, keys and all: for those who keep the bank. */
@Path("/bank/{subject}/checks")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class CheckPage {
    private static final SilenceForm NOTHING = new SilenceForm("", "", "", true, "");
    private final Subjects subjects;
    private final CheckReports reports;
    private final Silences silences;
    private final Silencing silencing;

    CheckPage(Subjects subjects, CheckReports reports, Silences silences, Silencing silencing) {
        this.subjects = subjects;
        this.reports = reports;
        this.silences = silences;
        this.silencing = silencing;
    }

    @CheckedTemplate(basePath = "authoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** @param sent what was sent and refused, NOTHING when nothing was; refusal: why, or null */
        static native TemplateInstance checks(SubjectView subject, CheckView view, SilenceForm sent, Refused refusal);
    }

    @GET
    public TemplateInstance checks(
            @RestPath("subject") String code,
            @RestQuery String check,
            @RestQuery String state,
            @RestQuery String page) {
        return page(code, CheckFilter.asked(check, state, page), NOTHING, null);
    }

    /** @param listed check that the list was narrowed to; with state and page it leads back to where one came from */
    @POST
    public Response silence(
            @RestPath("subject") String code,
            @RestForm String item,
            @RestForm String check,
            @RestForm String digest,
            @RestForm @DefaultValue("false") boolean silenced,
            @RestForm String reason,
            @RestForm String listed,
            @RestForm String state,
            @RestForm String page) {
        CheckFilter filter = CheckFilter.asked(listed, state, page);
        SilenceForm form = new SilenceForm(item, check, digest, silenced, reason);
        SubjectView subject = subject(code);
        try {
            silencing.act(subject.code(), form);
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(code, filter, form, refused));
        }
        return Response.seeOther(URI.create("/bank/" + subject.code() + "/checks" + filter.on(filter.page())))
                .build();
    }

    private TemplateInstance page(String code, CheckFilter filter, SilenceForm sent, Refused refusal) {
        SubjectView subject = subject(code);
        CheckView view = CheckView.of(reports.of(subject.code()), silences.of(subject.code()), filter);
        return Templates.checks(subject, view, sent, refusal);
    }

    private SubjectView subject(String code) {
        return subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
