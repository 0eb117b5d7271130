package org.chizheng.authoring;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.chizheng.bank.Staff;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Acts on the rows that were ticked in the list. What became of each is the answer itself; sent again, it tells that all is done already. */
@Path("/bank/{subject}/acts")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER})
public class BulkPage {
    private final Subjects subjects;
    private final BulkActing acting;
    private final Staff staff;

    BulkPage(Subjects subjects, BulkActing acting, Staff staff) {
        this.subjects = subjects;
        this.acting = acting;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "authoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance acts(
                SubjectView subject, String act, List<BulkActing.Outcome> outcomes, int done, String back);
    }

    /** @param back query part of the list's address, as it was filtered */
    @POST
    public TemplateInstance act(
            @RestPath("subject") String code,
            @RestForm List<String> item,
            @RestForm String act,
            @RestForm String reason,
            @RestForm String back) {
        SubjectView subject = subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<BulkActing.Outcome> outcomes = acting.act(item == null ? List.of() : item, act, reason, staff.who());
        int done =
                (int) outcomes.stream().filter(each -> each.refused() == null).count();
        boolean known = back != null && back.matches("\\?[A-Za-z0-9=&%_.*+-]{1,2000}");
        return Templates.acts(subject, act, outcomes, done, known ? back : "");
    }
}
