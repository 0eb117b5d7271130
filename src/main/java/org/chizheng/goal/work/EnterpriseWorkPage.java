package org.chizheng.goal.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.goal.rule.WorkState;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What the regulator asks of an enterprise, and its answer. */
@Path("/enterprise/worklist")
@RolesAllowed(Roles.EMPLOYER)
public class EnterpriseWorkPage {
    private static final int SHOWN = 200;
    private final WorkItems items;
    private final ItemPages pages;
    private final WorkSheet sheet;
    private final CurrentUser user;
    private final OfficialClock clock;

    public EnterpriseWorkPage(
            WorkItems items, ItemPages pages, WorkSheet sheet, CurrentUser user, OfficialClock clock) {
        this.items = items;
        this.pages = pages;
        this.sheet = sheet;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "work", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance own(List<WorkItem> items, WorkSheet sheet, LocalDate today);
    }

    private List<WorkItem> own() {
        return user.enterprises().stream()
                .flatMap(enterprise -> items.ofEnterprise(enterprise, SHOWN).stream())
                .toList();
    }

    @GET
    public TemplateInstance list() {
        return Templates.own(own(), sheet, clock.today());
    }

    @GET
    @Path("work.xlsx")
    public Response file() {
        return sheet.file(own());
    }

    @GET
    @Path("{id}")
    public Response item(@RestPath UUID id) {
        return pages.page(ItemPages.Side.ENTERPRISE, reach(id));
    }

    /** @throws Refused NOT_FOUND for an item of another enterprise */
    private WorkItem reach(UUID id) {
        return items.find(id)
                .filter(item -> user.enterprises().contains(item.enterpriseId()))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** Until it is accepted an answer can be given again. */
    @POST
    @Path("{id}")
    public Response answer(@RestPath UUID id, @RestForm String words) {
        return pages.act(ItemPages.Side.ENTERPRISE, reach(id), WorkState.Act.ANSWER, words);
    }
}
