package org.chizheng.goal.work;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.goal.rule.WorkKind;
import org.chizheng.goal.rule.WorkState;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The regulator's desk: what changed since yesterday and what is to be done, of the own region, the worst first. */
@Path("/goals/worklist")
@RolesAllowed(Roles.REGULATOR)
public class WorkPage {
    private static final int SHOWN = 200;
    private static final int NEWS = 20;
    private static final int MOST = 50_000;
    private final WorkItems items;
    private final ItemPages pages;
    private final WorkSheet sheet;
    private final CurrentUser user;
    private final OfficialClock clock;

    public WorkPage(WorkItems items, ItemPages pages, WorkSheet sheet, CurrentUser user, OfficialClock clock) {
        this.items = items;
        this.pages = pages;
        this.sheet = sheet;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "work", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance desk(WorkDesk desk, WorkSheet sheet);
    }

    /** @throws Refused NOT_FOUND out of reach */
    private List<String> regions(String region) {
        if (region == null || region.isBlank()) {
            return user.regions(Roles.REGULATOR);
        }
        if (!user.reachesRegion(region, Roles.REGULATOR)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return List.of(region);
    }

    private WorkItems.Filter filter(String region, String state, String kind) {
        return new WorkItems.Filter(regions(region), named(WorkState.values(), state), named(WorkKind.values(), kind));
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What is no state or kind is as if nothing were asked. @param region code of a region within reach, all of them if left out */
    @GET
    public TemplateInstance desk(@RestQuery String region, @RestQuery String state, @RestQuery String kind) {
        LocalDate today = clock.today();
        WorkItems.Filter filter = filter(region, state, kind);
        return Templates.desk(
                new WorkDesk(
                        today,
                        region == null ? "" : region,
                        items.changed(filter.regions(), clock.now().minus(Duration.ofDays(1)), today, NEWS),
                        items.of(filter, today, SHOWN),
                        items.counts(filter.regions(), today),
                        filter.state(),
                        filter.kind(),
                        SHOWN),
                sheet);
    }

    @GET
    @Path("work.xlsx")
    public Response file(@RestQuery String region, @RestQuery String state, @RestQuery String kind) {
        return sheet.file(items.of(filter(region, state, kind), clock.today(), MOST));
    }

    @GET
    @Path("{id}")
    public Response item(@RestPath UUID id) {
        return pages.page(ItemPages.Side.REGULATOR, reach(id));
    }

    /** @throws Refused NOT_FOUND for an item of another region */
    private WorkItem reach(UUID id) {
        return items.find(id)
                .filter(item -> user.reachesRegion(item.region(), Roles.REGULATOR))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    @POST
    @Path("{id}/accept")
    public Response accept(@RestPath UUID id, @RestForm String words) {
        return act(id, WorkState.Act.ACCEPT, words);
    }

    @POST
    @Path("{id}/give-back")
    public Response giveBack(@RestPath UUID id, @RestForm String words) {
        return act(id, WorkState.Act.GIVE_BACK, words);
    }

    @POST
    @Path("{id}/close")
    public Response close(@RestPath UUID id, @RestForm String words) {
        return act(id, WorkState.Act.CLOSE, words);
    }

    private Response act(UUID id, WorkState.Act act, String words) {
        return pages.act(ItemPages.Side.REGULATOR, reach(id), act, words);
    }
}
