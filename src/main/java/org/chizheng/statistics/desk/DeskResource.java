package org.chizheng.statistics.desk;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.people.Roles;
import org.chizheng.statistics.AsOf;
import org.chizheng.statistics.desk.alert.RateAlert;
import org.chizheng.statistics.desk.alert.RateAlerts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** What the desk shows, for programs. The comparison holds rates of cities and is public; the rest reaches as far as the reader does. */
@Path("/")
@Tag(name = "statistics")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class DeskResource {
    private static final int MOST = 1000;
    private final Desk desk;
    private final Comparisons comparisons;
    private final RateAlerts alerts;
    private final DeskReach reach;
    private final AsOf asOf;

    DeskResource(Desk desk, Comparisons comparisons, RateAlerts alerts, DeskReach reach, AsOf asOf) {
        this.desk = desk;
        this.comparisons = comparisons;
        this.alerts = alerts;
        this.reach = reach;
        this.asOf = asOf;
    }

    @GET
    @Path("api/statistics/desk")
    @Operation(
            summary = "What changed since yesterday, the worst first",
            description =
                    "region: a code within reach, the reader's own if left out; level: county for each county by itself; sort: rate for the fall of the rate, else that of the covered.")
    public DeskView desk(@RestQuery String region, @RestQuery String level, @RestQuery String sort) {
        return desk.of(reach.region(region), "county".equals(level), "rate".equals(sort));
    }

    @GET
    @Path("api/statistics/alerts")
    @Operation(summary = "Alerts of falling rates that run within the region, the largest first")
    public List<RateAlert> alerts(@RestQuery String region) {
        return alerts.open(List.of(reach.region(region).code()), MOST);
    }

    @GET
    @Path("api/statistics/comparison")
    @PermitAll
    @Operation(
            summary = "Cities compared by size, mix and standardized rate",
            description = "asOf: a date, today if left out; knownAt: a past instant, now if left out.")
    public ComparisonView comparison(@RestQuery("asOf") String day, @RestQuery String knownAt) {
        return comparisons.of(asOf.date(day), asOf.known(knownAt));
    }
}
