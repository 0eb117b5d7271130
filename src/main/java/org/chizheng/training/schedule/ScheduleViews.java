package org.chizheng.training.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.exchange.UploadLimit;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;
import org.chizheng.training.ProviderView;
import org.chizheng.training.Providers;
import org.chizheng.training.TrainingKinds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of a provider's classes, with what came of a form. */
@RequestScoped
public class ScheduleViews {
    static final int SHOWN = 500;
    private static final int FIRST = 50;
    private final Schedule schedule;
    private final Providers providers;
    private final Qualifications qualifications;
    private final Regions regions;
    private final CurrentUser user;
    private final OfficialClock clock;

    ScheduleViews(
            Schedule schedule,
            Providers providers,
            Qualifications qualifications,
            Regions regions,
            CurrentUser user,
            OfficialClock clock) {
        this.schedule = schedule;
        this.providers = providers;
        this.qualifications = qualifications;
        this.regions = regions;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "schedule", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance classes(View view);
    }

    /** form: what was written, to be mended; told: what came of it. */
    public record View(
            ProviderView provider,
            List<PlannedClass> classes,
            boolean keeps,
            LocalDate today,
            Qualifications qualifications,
            Regions regions,
            List<RegionView> counties,
            List<String> kinds,
            ClassForm form,
            Told told) {
        public boolean isOver(PlannedClass one) {
            return one.endsOn().isBefore(today);
        }

        public long getMostBytes() {
            return UploadLimit.BYTES;
        }

        public int getMegabytes() {
            return UploadLimit.MEGABYTES;
        }
    }

    /** planned: new classes, null if none were to be; known: those there already; rows: how many could not be taken; faults: the first of them, by row. */
    public record Told(Integer planned, int known, Refused refused, int rows, Map<Integer, Refused> faults) {
        static final Told NOTHING = new Told(null, 0, null, 0, Map.of());

        static Told planned(int planned, int known) {
            return new Told(planned, known, null, 0, Map.of());
        }

        static Told refused(Refused refused) {
            return new Told(null, 0, refused, 0, Map.of());
        }

        static Told returned(Map<Integer, Refused> faults) {
            Map<Integer, Refused> first = new TreeMap<>();
            faults.entrySet().stream().limit(FIRST).forEach(fault -> first.put(fault.getKey(), fault.getValue()));
            return new Told(null, 0, null, faults.size(), first);
        }
    }

    /** @throws Refused NOT_FOUND, too, for one out of reach */
    ProviderView reach(UUID id, String... roles) {
        return providers
                .find(id)
                .filter(provider -> user.reachesRegion(provider.region(), roles))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    Response page(ProviderView provider, int status, ClassForm form, Told told) {
        List<RegionView> counties = regions.all().stream()
                .filter(region ->
                        "COUNTY".equals(region.level()) && user.reachesRegion(region.code(), Roles.ADMINISTRATOR))
                .toList();
        return Pages.of(
                status,
                Templates.classes(new View(
                        provider,
                        schedule.of(provider.id(), SHOWN),
                        user.reachesRegion(provider.region(), Roles.ADMINISTRATOR),
                        clock.today(),
                        qualifications,
                        regions,
                        counties,
                        TrainingKinds.ALL,
                        form,
                        told)));
    }
}
