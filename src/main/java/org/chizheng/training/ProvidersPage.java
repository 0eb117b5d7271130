package org.chizheng.training;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Training providers of the region and their trainers. The administrator keeps them, the regulator reads. */
@Path("/training/providers")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.REGULATOR})
public class ProvidersPage {
    private static final String[] READERS = {Roles.ADMINISTRATOR, Roles.REGULATOR};
    private final Providers providers;
    private final Providing providing;
    private final TrainingLists lists;
    private final Regions regions;
    private final CurrentUser user;
    private final OfficialClock clock;

    public ProvidersPage(
            Providers providers,
            Providing providing,
            TrainingLists lists,
            Regions regions,
            CurrentUser user,
            OfficialClock clock) {
        this.providers = providers;
        this.providing = providing;
        this.lists = lists;
        this.regions = regions;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "training", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance providers(
                List<ProviderView> providers,
                List<TrainerView> trainers,
                String q,
                List<RegionView> counties,
                Regions regions);

        static native TemplateInstance provider(
                ProviderView provider, List<TrainerView> trainers, boolean keeps, LocalDate today);
    }

    /** @param q a part of a provider's or a trainer's name, or a credit code; without it no trainers are listed */
    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String q) {
        List<TrainerView> trainers = q.isBlank()
                ? List.of()
                : everywhere()
                        .flatMap(region -> providers.trainersNamed(region, q.strip()).stream())
                        .distinct()
                        .toList();
        List<RegionView> counties = regions.all().stream()
                .filter(r -> "COUNTY".equals(r.level()) && user.reachesRegion(r.code(), Roles.ADMINISTRATOR))
                .toList();
        return Templates.providers(found(q.strip()), trainers, q, counties, regions);
    }

    @GET
    @Path("file")
    public Response file() {
        return Download.of(lists.providers(found("")), ListBook.MEDIA_TYPE, "providers.xlsx");
    }

    private Stream<String> everywhere() {
        return user.regions(READERS).stream();
    }

    private List<ProviderView> found(String words) {
        return everywhere()
                .flatMap(region -> providers.search(region, words).stream())
                .distinct()
                .sorted(Comparator.comparing(ProviderView::name))
                .toList();
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response enter(@RestForm String creditCode, @RestForm String name, @RestForm String region) {
        if (region == null
                || regions.find(region).filter(r -> "COUNTY".equals(r.level())).isEmpty()
                || !user.reachesRegion(region, Roles.ADMINISTRATOR)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "region", "");
        }
        return to(providing.provider(creditCode, name, region));
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@RestPath UUID id) {
        ProviderView provider = reach(id, READERS);
        return Templates.provider(
                provider,
                providers.trainers(id),
                user.reachesRegion(provider.region(), Roles.ADMINISTRATOR),
                clock.today());
    }

    @POST
    @Path("{id}/trainers")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response trainer(
            @RestPath UUID id, @RestForm String name, @RestForm String idNumber, @RestForm String since) {
        reach(id, Roles.ADMINISTRATOR);
        providing.trainer(id, name, idNumber, day(since));
        return to(id);
    }

    @POST
    @Path("{id}/trainers/{trainer}/leave")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response leave(@RestPath UUID id, @RestPath UUID trainer, @RestForm String until) {
        reach(id, Roles.ADMINISTRATOR);
        TrainerView found = providers
                .trainer(trainer)
                .filter(t -> t.providerId().equals(id))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        providing.leave(found, day(until));
        return to(id);
    }

    private ProviderView reach(UUID id, String... roles) {
        return providers
                .find(id)
                .filter(p -> user.reachesRegion(p.region(), roles))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Refused(TrainingRefusal.DATES_INVALID);
        }
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/training/providers/" + id)).build();
    }
}
