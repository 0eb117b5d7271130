package org.chizheng.fitness;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.CatalogueView;
import org.chizheng.regulation.Catalogues;
import org.chizheng.workforce.Describing;
import org.chizheng.workforce.EnterpriseFacts;
import org.chizheng.workforce.EnterpriseView;
import org.chizheng.workforce.Enterprises;
import org.chizheng.workforce.Siting;
import org.chizheng.workforce.rule.SizeClass;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What an enterprise is: what rules ask for is its own to say; what figures are broken down by, its authority's. */
@Path("/workforce/{id}/facts")
@RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR})
public class EnterpriseFactsPage {
    private static final String[] READERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR};
    private static final String[] KEEPERS = {Roles.EMPLOYER, Roles.ADMINISTRATOR};
    private static final int MOST_STAFF = 10_000_000;
    private final Enterprises enterprises;
    private final Describing describing;
    private final Siting siting;
    private final Catalogues catalogues;
    private final Regions regions;
    private final CurrentUser user;
    private final OfficialClock clock;

    public EnterpriseFactsPage(
            Enterprises enterprises,
            Describing describing,
            Siting siting,
            Catalogues catalogues,
            Regions regions,
            CurrentUser user,
            OfficialClock clock) {
        this.enterprises = enterprises;
        this.describing = describing;
        this.siting = siting;
        this.catalogues = catalogues;
        this.regions = regions;
        this.user = user;
        this.clock = clock;
    }

    /** What may be chosen. */
    public record Choices(List<CatalogueView.Industry> industries, List<SizeClass> sizes, Regions regions) {}

    @CheckedTemplate(basePath = "fitness", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        /** mayKeep: what rules ask for; mayPlace: all of it. */
        static native TemplateInstance facts(
                EnterpriseView enterprise,
                EnterpriseFacts facts,
                List<Enterprises.Site> sites,
                Choices choices,
                boolean mayKeep,
                boolean mayPlace,
                LocalDate today);
    }

    @GET
    public TemplateInstance facts(@RestPath UUID id) {
        EnterpriseView enterprise = reach(id, READERS);
        return Templates.facts(
                enterprise,
                enterprises.facts(id).orElseThrow(),
                enterprises.sites(id),
                new Choices(industries(), List.of(SizeClass.values()), regions),
                user.reachesEnterprise(id, enterprise.region(), KEEPERS),
                user.reachesEnterprise(id, enterprise.region(), Roles.ADMINISTRATOR),
                clock.today());
    }

    private List<CatalogueView.Industry> industries() {
        return catalogues.all().stream().flatMap(c -> c.industries().stream()).toList();
    }

    /** What an employer may not say stays as it is. */
    @POST
    @RolesAllowed({Roles.EMPLOYER, Roles.ADMINISTRATOR})
    public Response describe(
            @RestPath UUID id,
            @RestForm String region,
            @RestForm String zone,
            @RestForm String industry,
            @RestForm boolean highRisk,
            @RestForm String size,
            @RestForm String staff,
            @RestForm boolean safetyBody,
            @RestForm LocalDate from) {
        EnterpriseView enterprise = reach(id, KEEPERS);
        EnterpriseFacts now = enterprises.facts(id).orElseThrow();
        boolean mayPlace = user.reachesEnterprise(id, enterprise.region(), Roles.ADMINISTRATOR);
        describing.describe(
                id,
                new EnterpriseFacts(
                        mayPlace ? county(region) : now.region(),
                        mayPlace ? zone(zone) : now.zone(),
                        mayPlace ? industry(industry) : now.industry(),
                        mayPlace ? highRisk : now.highRisk(),
                        size(size),
                        staff(staff),
                        safetyBody),
                from);
        return to(id);
    }

    @POST
    @Path("sites")
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response site(@RestPath UUID id, @RestForm String name, @RestForm String region, @RestForm String zone) {
        reach(id, Roles.ADMINISTRATOR);
        siting.site(id, name, county(region), zone(zone));
        return to(id);
    }

    private String county(String code) {
        return region(code, "COUNTY", "region");
    }

    private String zone(String code) {
        return blank(code) ? null : region(code, "ZONE", "zone");
    }

    private String region(String code, String level, String field) {
        return regions.find(code == null ? "" : code)
                .filter(r -> level.equals(r.level()))
                .map(RegionView::code)
                .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, field, ""));
    }

    private String industry(String code) {
        return blank(code)
                ? null
                : industries().stream()
                        .map(CatalogueView.Industry::code)
                        .filter(code::equals)
                        .findFirst()
                        .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "industry", ""));
    }

    private static SizeClass size(String name) {
        return blank(name)
                ? null
                : Arrays.stream(SizeClass.values())
                        .filter(size -> size.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new Refused(CommonRefusal.FIELD_INVALID, "size", ""));
    }

    private static Integer staff(String number) {
        if (blank(number)) {
            return null;
        }
        String tidy = number.strip();
        if (!tidy.matches("\\d{1,8}") || Integer.parseInt(tidy) > MOST_STAFF) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "staff", "");
        }
        return Integer.valueOf(tidy);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private EnterpriseView reach(UUID id, String... roles) {
        EnterpriseView found = enterprises.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        user.mustReachEnterprise(id, found.region(), roles);
        return found;
    }

    private static Response to(UUID enterprise) {
        return Response.seeOther(URI.create("/workforce/" + enterprise + "/facts"))
                .build();
    }
}
