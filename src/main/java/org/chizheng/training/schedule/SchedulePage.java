package org.chizheng.training.schedule;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;
import org.chizheng.training.ProviderView;
import org.chizheng.training.rule.DayText;
import org.chizheng.training.schedule.ScheduleViews.Told;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Planned classes: all that lie ahead in the account's regions, and those of one provider, which the administrator plans. */
@Path("/training/classes")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.REGULATOR})
public class SchedulePage {
    private static final String[] READERS = {Roles.ADMINISTRATOR, Roles.REGULATOR};
    private static final String FILE = "training-classes.xlsx";
    private static final int ALL = 100_000;
    private final Schedule schedule;
    private final Scheduling scheduling;
    private final ScheduleTable table;
    private final ScheduleFiles files;
    private final ScheduleViews views;
    private final Qualifications qualifications;
    private final Regions regions;
    private final CurrentUser user;
    private final OfficialClock clock;
    private final Ui ui;

    SchedulePage(
            Schedule schedule,
            Scheduling scheduling,
            ScheduleTable table,
            ScheduleFiles files,
            ScheduleViews views,
            Qualifications qualifications,
            Regions regions,
            CurrentUser user,
            OfficialClock clock,
            Ui ui) {
        this.schedule = schedule;
        this.scheduling = scheduling;
        this.table = table;
        this.files = files;
        this.views = views;
        this.qualifications = qualifications;
        this.regions = regions;
        this.user = user;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "schedule", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ahead(
                List<PlannedClass> classes,
                Set<UUID> linked,
                boolean more,
                Qualifications qualifications,
                Regions regions);
    }

    @GET
    public TemplateInstance ahead() {
        List<PlannedClass> found = schedule.ahead(user.regions(READERS), clock.today(), ScheduleViews.SHOWN + 1);
        List<PlannedClass> shown = found.subList(0, Math.min(ScheduleViews.SHOWN, found.size()));
        Set<UUID> linked = shown.stream()
                .filter(one -> user.reachesRegion(one.providerRegion(), READERS))
                .map(PlannedClass::providerId)
                .collect(Collectors.toSet());
        return Templates.ahead(shown, linked, found.size() > shown.size(), qualifications, regions);
    }

    @GET
    @Path("file")
    public Response file() {
        return Download.of(
                files.book(schedule.ahead(user.regions(READERS), clock.today(), ALL)), ListBook.MEDIA_TYPE, FILE);
    }

    /** planned, known: what came of the list that was just taken. */
    @GET
    @Path("providers/{id}")
    public Response classes(@RestPath UUID id, @RestQuery Integer planned, @RestQuery Integer known) {
        Told told = planned == null ? Told.NOTHING : Told.planned(planned, known == null ? 0 : known);
        return views.page(views.reach(id, READERS), 200, null, told);
    }

    @GET
    @Path("providers/{id}/file")
    public Response providerFile(@RestPath UUID id) {
        return Download.of(files.book(schedule.of(views.reach(id, READERS).id(), ALL)), ListBook.MEDIA_TYPE, FILE);
    }

    @GET
    @Path("providers/{id}/template")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response template(@RestPath UUID id) {
        views.reach(id, Roles.ADMINISTRATOR);
        return Download.of(table.template(ui.getLang()), ListBook.MEDIA_TYPE, "training-classes-list.xlsx");
    }

    @POST
    @Path("providers/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response plan(
            @RestPath UUID id,
            @RestForm String region,
            @RestForm String qualification,
            @RestForm String kind,
            @RestForm String startsOn,
            @RestForm String endsOn,
            @RestForm String hours,
            @RestForm String places) {
        ProviderView provider = views.reach(id, Roles.ADMINISTRATOR);
        ClassForm form = new ClassForm(
                region,
                qualification,
                kind,
                day(startsOn),
                day(endsOn),
                ScheduleTable.whole(text(hours)),
                ScheduleTable.whole(text(places)));
        try {
            scheduling.plan(provider, form, planner());
        } catch (Refused refused) {
            return views.page(provider, refused.reason().status(), form, Told.refused(refused));
        }
        return to(id, 1, 0);
    }

    private Scheduling.Planner planner() {
        return new Scheduling.Planner(user.principal(), county -> user.reachesRegion(county, Roles.ADMINISTRATOR));
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static LocalDate day(String text) {
        return DayText.parse(text(text), false).orElse(null);
    }

    private static Response to(UUID provider, int planned, int known) {
        return Response.seeOther(URI.create(
                        "/training/classes/providers/" + provider + "?planned=" + planned + "&known=" + known))
                .build();
    }

    /** An Excel file by its ending .xlsx, else CSV. */
    @POST
    @Path("providers/{id}/upload")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response upload(@RestPath UUID id, @RestForm("file") FileUpload file) {
        ProviderView provider = views.reach(id, Roles.ADMINISTRATOR);
        try {
            Scheduling.Outcome outcome = scheduling.planAll(provider, files.read(file), planner());
            return outcome.faults().isEmpty()
                    ? to(id, outcome.planned(), outcome.known())
                    : views.page(provider, 400, null, Told.returned(outcome.faults()));
        } catch (Refused refused) {
            return views.page(provider, refused.reason().status(), null, Told.refused(refused));
        }
    }

    @POST
    @Path("providers/{id}/{planned}/cancel")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response cancel(@RestPath UUID id, @RestPath UUID planned, @RestForm String reason) {
        ProviderView provider = views.reach(id, Roles.ADMINISTRATOR);
        try {
            scheduling.cancel(id, planned, reason, user.principal());
        } catch (Refused refused) {
            return views.page(provider, refused.reason().status(), null, Told.refused(refused));
        }
        return Response.seeOther(URI.create("/training/classes/providers/" + id))
                .build();
    }
}
