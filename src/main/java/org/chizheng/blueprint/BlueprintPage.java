package org.chizheng.blueprint;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.bank.SubjectView;
import org.chizheng.bank.Subjects;
import org.chizheng.blueprint.rule.Coverage;
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

    public BlueprintPage(Subjects subjects, Blueprints blueprints) {
        this.subjects = subjects;
        this.blueprints = blueprints;
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
        Coverage coverage = Coverage.of(blueprint.quotas(), blueprints.available(code, blueprint.quotas()));
        List<Coverage.Line> tightest = coverage.lines().stream()
                .filter(line -> line.disjoint() == coverage.disjoint())
                .toList();
        return Templates.blueprint(
                subject, blueprint, coverage, tightest, String.format(Locale.ROOT, "%.1f", coverage.overlap()));
    }
}
