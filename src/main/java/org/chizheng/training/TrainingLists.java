package org.chizheng.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Lists of providers, trainers and trainings as Excel, in the page's language. */
@RequestScoped
public class TrainingLists {
    private static final int FIRST = 50;
    private static final int MOST = 100_000;
    private final Providers providers;
    private final Trainings trainings;
    private final Qualifications qualifications;
    private final Regions regions;
    private final Ui ui;

    public TrainingLists(
            Providers providers, Trainings trainings, Qualifications qualifications, Regions regions, Ui ui) {
        this.providers = providers;
        this.trainings = trainings;
        this.qualifications = qualifications;
        this.regions = regions;
        this.ui = ui;
    }

    /** A sheet of providers and one of their trainers. */
    byte[] providers(List<ProviderView> all) {
        List<List<Object>> rows = new ArrayList<>();
        List<List<Object>> trainers = new ArrayList<>();
        for (ProviderView p : all) {
            String region =
                    regions.find(p.region()).map(r -> ui.pick(r.zh(), r.en())).orElse(p.region());
            rows.add(row(p.name(), p.creditCode(), region, p.trainers()));
            providers.trainers(p.id()).forEach(t -> trainers.add(row(t.name(), p.name(), t.since(), t.until())));
        }
        return new ListBook()
                .sheet(text("providers"), heads("provider", "credit_code", "region", "trainers"), rows)
                .sheet(text("trainers"), heads("trainer", "provider", "since", "until"), trainers)
                .bytes();
    }

    byte[] records(Source source) {
        List<List<Object>> rows = trainings.of(source, MOST).stream()
                .map(r -> row(
                        r.name(),
                        qualification(r.qualification()),
                        ui.text("training_kind_", r.kind()),
                        r.hours(),
                        r.startedOn(),
                        r.endedOn(),
                        r.content(),
                        text(r.passed() ? "passed" : "not_passed"),
                        r.trainer(),
                        r.provider(),
                        r.enterprise()))
                .toList();
        List<String> heads = heads(
                "name",
                "qualification",
                "kind",
                "hours",
                "started_on",
                "ended_on",
                "content",
                "result",
                "trainer",
                "provider",
                "enterprise");
        return new ListBook().sheet(text("records"), heads, rows).bytes();
    }

    /** What the page tells of a refused list: the first reasons. */
    static RecordsPage.Returned returned(UUID file, RecordingTraining.Outcome outcome) {
        Map<Integer, Refused> first = new TreeMap<>();
        outcome.faults().entrySet().stream().limit(FIRST).forEach(e -> first.put(e.getKey(), e.getValue()));
        return new RecordsPage.Returned(file, outcome.faults().size(), outcome.rows(), first);
    }

    private String qualification(String code) {
        QualificationView q = qualifications.get(code);
        return ui.pick(q.zh(), q.en());
    }

    private String text(String key) {
        return Messages.get(ui.getLang(), "training_" + key);
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(this::text).toList();
    }

    private static List<Object> row(Object... cells) {
        List<Object> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell);
        }
        return row;
    }
}
