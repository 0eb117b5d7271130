package org.chizheng.authoring;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.bank.Drafts;
import org.chizheng.bank.Staff;
import org.chizheng.bank.rule.ItemLife.Who;
import org.chizheng.people.Roles;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What waits for the one who looks: own drafts, and drafts of others to review. */
@Path("/bank/work")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER})
public class WorkPage {
    private final Drafts drafts;
    private final Staff staff;

    WorkPage(Drafts drafts, Staff staff) {
        this.drafts = drafts;
        this.staff = staff;
    }

    @CheckedTemplate(basePath = "authoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance work(Drafts.Work counts, List<Drafts.Task> mine, List<Drafts.Task> waiting);
    }

    @GET
    public TemplateInstance work() {
        Who who = staff.who();
        return Templates.work(
                drafts.work(who.name()),
                who.author() ? drafts.mine(who.name()) : List.of(),
                who.reviewer() ? drafts.waiting(who.name()) : List.of());
    }
}
