package org.chizheng.centre;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestForm;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The centres within reach, and what of them expires soon. */
@Path("/centres")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class CentresPage {
    private final Centres centres;
    private final Expiries expiries;
    private final Equipping equipping;
    private final CentreReach reach;
    private final Regions regions;
    private final CurrentUser user;

    public CentresPage(
            Centres centres,
            Expiries expiries,
            Equipping equipping,
            CentreReach reach,
            Regions regions,
            CurrentUser user) {
        this.centres = centres;
        this.expiries = expiries;
        this.equipping = equipping;
        this.reach = reach;
        this.regions = regions;
        this.user = user;
    }

    @CheckedTemplate(basePath = "centre", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance centres(
                List<Line> centres, List<RegionView> counties, Regions regions, int ahead);
    }

    /** A centre with what of it expires. */
    public record Line(CentreView centre, List<RoomView> rooms, List<Expiries.Expiry> expiries) {
        public int seats() {
            return rooms.stream().mapToInt(RoomView::seats).sum();
        }
    }

    @GET
    public TemplateInstance list() {
        List<CentreView> all = reach.all();
        Map<UUID, List<Expiries.Expiry>> soon = expiries
                .of(all.stream().map(CentreView::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Expiries.Expiry::centreId));
        List<Line> lines = all.stream()
                .map(c -> new Line(c, centres.rooms(c.id()), soon.getOrDefault(c.id(), List.of())))
                .sorted(Comparator.comparing(line -> line.expiries().isEmpty()))
                .toList();
        List<RegionView> counties = regions.all().stream()
                .filter(r -> "COUNTY".equals(r.level()) && user.reachesRegion(r.code(), Roles.ADMINISTRATOR))
                .toList();
        return Templates.centres(lines, counties, regions, expiries.ahead());
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Response enter(@RestForm String code, @RestForm String zh, @RestForm String en, @RestForm String region) {
        if (region == null
                || regions.find(region).filter(r -> "COUNTY".equals(r.level())).isEmpty()
                || !user.reachesRegion(region, Roles.ADMINISTRATOR)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "region", "");
        }
        return Response.seeOther(URI.create("/centres/" + equipping.centre(code, zh, en, region)))
                .build();
    }
}
