package org.chizheng.centre;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.Regions;
import org.chizheng.regulation.DayKeeping;
import org.chizheng.regulation.WorkingDays;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Public holidays and make-up working days, which hold for all: legal time limits and opening hours count by them. Whoever changes them administers the whole province. */
@Path("/centres/calendar")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class CalendarPage {
    private final WorkingDays days;
    private final DayKeeping keeping;
    private final CentreLists lists;
    private final Regions regions;
    private final CurrentUser user;

    public CalendarPage(WorkingDays days, DayKeeping keeping, CentreLists lists, Regions regions, CurrentUser user) {
        this.days = days;
        this.keeping = keeping;
        this.lists = lists;
        this.regions = regions;
        this.user = user;
    }

    @CheckedTemplate(basePath = "centre", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance calendar(List<WorkingDays.Special> days, boolean keeps);
    }

    @GET
    public TemplateInstance look() {
        return Templates.calendar(days.specials(), mayKeep());
    }

    @GET
    @Path("file")
    public Response file() {
        return Download.of(lists.days(days.specials()), ListBook.MEDIA_TYPE, "calendar.xlsx");
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response enter(
            @RestForm String kind,
            @RestForm String first,
            @RestForm String last,
            @RestForm String zh,
            @RestForm String en,
            @RestForm String source) {
        mustKeep();
        String end = last == null || last.isBlank() ? first : last;
        keeping.enter(new DayKeeping.Announced(
                kind, Days.of(first, "first"), Days.of(end, "last"), zh, en == null || en.isBlank() ? zh : en, source));
        return to();
    }

    @POST
    @Path("remove")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response takeBack(@RestForm String day) {
        mustKeep();
        keeping.takeBack(Days.of(day, "day"));
        return to();
    }

    private boolean mayKeep() {
        return regions.all().stream()
                .filter(r -> "PROVINCE".equals(r.level()))
                .allMatch(r -> user.reachesRegion(r.code(), Roles.ADMINISTRATOR));
    }

    private void mustKeep() {
        if (!mayKeep()) {
            throw CentreReach.none();
        }
    }

    private static Response to() {
        return Response.seeOther(URI.create("/centres/calendar")).build();
    }
}
