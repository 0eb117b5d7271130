package org.chizheng.goal;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Targets as they stand and stood, with marks and sources; set by regulators of the whole province. */
@Path("/goals/targets")
@RolesAllowed(Roles.REGULATOR)
public class TargetsPage {
    private final Targets targets;
    private final SettingTargets setting;
    private final Weighing weighing;
    private final Regions regions;
    private final CurrentUser user;

    public TargetsPage(Targets targets, SettingTargets setting, Weighing weighing, Regions regions, CurrentUser user) {
        this.targets = targets;
        this.setting = setting;
        this.weighing = weighing;
        this.regions = regions;
        this.user = user;
    }

    @CheckedTemplate(basePath = "goal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance targets(TargetsView view, boolean done, Refused refused);
    }

    @GET
    public Response look(@RestQuery String reading, @RestQuery boolean done) {
        return page(200, reading, done, null);
    }

    private Response page(int status, String reading, boolean done, Refused refused) {
        List<Reading> readings = targets.readings();
        Reading chosen = readings.stream()
                .filter(one -> one.code().equals(reading))
                .findFirst()
                .orElse(readings.get(0));
        TargetsView view = new TargetsView(
                chosen,
                readings,
                targets.of(chosen.code()),
                targets.history(chosen.code()),
                user.reachesRegion(Targets.PROVINCE, Roles.REGULATOR),
                targets.entered(),
                regions.children(Targets.PROVINCE),
                List.of(GoalKind.values()),
                Targets.SPLITS,
                SettingTargets.MARKS);
        return Pages.of(status, Templates.targets(view, done, refused));
    }

    @POST
    public Response set(
            @RestForm String reading,
            @RestForm String kind,
            @RestForm String year,
            @RestForm String region,
            @RestForm String persons,
            @RestForm String split,
            @RestForm String mark,
            @RestForm String source) {
        TargetForm form =
                new TargetForm(reading, kind(kind), whole(year), region, number(persons), split, mark, source);
        return act(reading, () -> setting.set(form, user.principal()));
    }

    /** A city gets its share by the rule again. */
    @POST
    @Path("release")
    public Response release(
            @RestForm String reading, @RestForm String kind, @RestForm String year, @RestForm String region) {
        Integer asked = whole(year);
        return act(reading, () -> {
            if (kind(kind) == null || asked == null) {
                throw new Refused(GoalRefusal.REGION_INVALID);
            }
            setting.release(reading, kind(kind), asked, region);
        });
    }

    /** @param city codes, weight in the same order */
    @POST
    @Path("weights")
    public Response weigh(
            @RestForm String reading,
            @RestForm String source,
            @RestForm List<String> city,
            @RestForm List<String> weight) {
        Map<String, Long> weights = new HashMap<>();
        for (int i = 0; i < Math.min(city.size(), weight.size()); i++) {
            weights.put(city.get(i), number(weight.get(i)));
        }
        return act(reading, () -> weighing.weigh(weights, source, user.principal()));
    }

    private Response act(String reading, Runnable what) {
        if (!user.reachesRegion(Targets.PROVINCE, Roles.REGULATOR)) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        try {
            what.run();
        } catch (Refused refused) {
            return page(refused.reason().status(), reading, false, refused);
        }
        return Response.seeOther(URI.create("/goals/targets?done=true&reading="
                        + targets.reading(reading).map(Reading::code).orElse("")))
                .build();
    }

    private static GoalKind kind(String name) {
        return Stream.of(GoalKind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Integer whole(String text) {
        Long number = number(text);
        return number == null ? null : Integer.valueOf(Math.toIntExact(number));
    }

    /** @return null if it is none, or has more than nine digits */
    private static Long number(String text) {
        String tidy = text == null ? "" : text.replaceAll("[,，\\s]", "");
        return tidy.matches("\\d{1,9}") ? Long.valueOf(tidy) : null;
    }
}
