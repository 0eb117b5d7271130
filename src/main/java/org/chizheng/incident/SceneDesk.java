package org.chizheng.incident;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of one scene's incidents: what there is, and a form for one more. What was typed stands on it again when it is refused. */
@ApplicationScoped
class SceneDesk {
    private final IncidentClasses classes;
    private final OfficialClock clock;

    SceneDesk(IncidentClasses classes, OfficialClock clock) {
        this.classes = classes;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "incident", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance scene(
                Scene scene,
                List<IncidentRow> incidents,
                List<IncidentClass> classes,
                IncidentForm form,
                String now,
                Refused refused);
    }

    TemplateInstance page(Scene scene, List<IncidentRow> incidents) {
        return page(scene, incidents, IncidentForm.EMPTY, null);
    }

    private TemplateInstance page(Scene scene, List<IncidentRow> incidents, IncidentForm form, Refused refused) {
        List<IncidentClass> known = classes.on(OfficialClock.dateOf(scene.startsAt()));
        return Templates.scene(scene, incidents, known, form, Times.field(clock.now()), refused);
    }

    Response report(Scene scene, Supplier<List<IncidentRow>> incidents, IncidentForm form, Supplier<UUID> report) {
        try {
            return Response.seeOther(URI.create("/incidents/" + report.get())).build();
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), page(scene, incidents.get(), form, refused));
        }
    }
}
