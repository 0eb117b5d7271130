package org.chizheng.blueprint;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.bank.Items;
import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.blueprint.rule.Coverage;
import org.chizheng.blueprint.rule.Quota;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A subject's blueprint beside what the bank has for it: can it be filled, how many papers would share nothing, what is short. */
@Path("/bank/{subject}/blueprint")
@RolesAllowed({Roles.AUTHOR, Roles.REVIEWER, Roles.ADMINISTRATOR})
public class BlueprintPage {
    private final Subjects subjects;
    private final Blueprints blueprints;
    private final Items items;

    public BlueprintPage(Subjects subjects, Blueprints blueprints, Items items) {
        this.subjects = subjects;
        this.blueprints = blueprints;
        this.items = items;
    }

    @CheckedTemplate(basePath = "blueprint", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance blueprint(
                SubjectView subject,
                Blueprint blueprint,
                Coverage coverage,
                List<Coverage.Line> tightest,
                String overlap);
    }

    @GET
    public TemplateInstance blueprint(@RestPath("subject") String code) {
        SubjectView subject = subjects.find(code).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Blueprint blueprint =
                blueprints.newestFor(subject.qualification()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Map<Quota.Cell, Integer> available = new HashMap<>();
        items.current(code)
                .forEach(r -> available.merge(new Quota.Cell(r.type(), r.chapter(), r.difficulty()), 1, Integer::sum));
        Coverage coverage = Coverage.of(blueprint.quotas(), available);
        List<Coverage.Line> tightest = coverage.lines().stream()
                .filter(line -> line.disjoint() == coverage.disjoint())
                .toList();
        return Templates.blueprint(
                subject, blueprint, coverage, tightest, String.format(Locale.ROOT, "%.1f", coverage.overlap()));
    }
}
