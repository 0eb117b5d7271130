package org.chizheng.statistics;

import java.time.LocalDate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.OfficialClock;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Holder rate as JSON and as a page; public, because it holds rates and counts only. */
@Path("/")
@PermitAll
public class HolderRateResource {
    private final HolderRates rates;
    private final Regions regions;
    private final AsOf asOf;
    private final CurrentUser user;
    private final OfficialClock clock;

    public HolderRateResource(HolderRates rates, Regions regions, AsOf asOf, CurrentUser user, OfficialClock clock) {
        this.rates = rates;
        this.regions = regions;
        this.asOf = asOf;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance holderRate(
                HolderRateView view, LocalDate today, boolean mayDescend, boolean mayBreakDown);
    }

    /** @param region code, 32 for the province; @param asOf a date, today if left out; @param knownAt a past instant, now if left out */
    @GET
    @Path("api/statistics/holder-rate")
    public HolderRateView json(
            @RestQuery @DefaultValue("32") String region, @RestQuery("asOf") String day, @RestQuery String knownAt) {
        return rates.of(region(region), asOf.date(day), asOf.known(knownAt));
    }

    @GET
    @Path("statistics/holder-rate")
    public TemplateInstance page(@RestQuery @DefaultValue("32") String region, @RestQuery("asOf") String day) {
        RegionView found = region(region);
        boolean county = "COUNTY".equals(found.level());
        boolean mayDescend =
                county && !user.isAnonymous() && user.reachesRegion(region, Roles.REGULATOR, Roles.ADMINISTRATOR);
        return Templates.holderRate(
                rates.of(found, asOf.date(day), null),
                clock.today(),
                mayDescend,
                mayDescend || !county && !found.isZone());
    }

    private RegionView region(String code) {
        return regions.find(code).orElseThrow(() -> asOf.invalid("region", "statistics_region", ""));
    }
}
