package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.MeasuredDifficulty;
import org.chizheng.bank.Measuring;
import org.chizheng.calibration.rule.Calibration;
import org.chizheng.calibration.rule.Calibrator;
import org.chizheng.calibration.rule.Drift;
import org.chizheng.calibration.rule.ItemFit;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.calibration.rule.Prior;
import org.chizheng.calibration.rule.Publication;
import org.chizheng.calibration.rule.Responses;
import org.chizheng.calibration.rule.Settings;
import org.chizheng.calibration.rule.Slopes;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Both models of a subject's items, begun from the run before, and what is good enough for the bank. */
@ApplicationScoped
class Estimating {
    private static final String RUN = """
            INSERT INTO calibration_run (id, subject, asked_by, at, seconds, sittings, newest, converged, published)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ITEM = """
            INSERT INTO item_calibration (run_id, model, revision_id, a, b, a_error, b_error, responses, infit, outfit, fit_chance,
              shift_before, shift_after, shift_error, shift_z) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final Calibrations calibrations;
    private final Measuring measuring;
    private final CalibrationConfig config;
    private final OfficialClock clock;

    Estimating(Sql sql, Calibrations calibrations, Measuring measuring, CalibrationConfig config, OfficialClock clock) {
        this.sql = sql;
        this.calibrations = calibrations;
        this.measuring = measuring;
        this.config = config;
        this.clock = clock;
    }

    /** By model and revision, and what goes to the bank. */
    record Estimated(
            boolean converged,
            Map<String, Map<UUID, ItemCalibration>> models,
            Map<UUID, MeasuredDifficulty> published) {}

    Estimated estimate(String subject, List<CountedItem> items, Responses responses) {
        Optional<UUID> before = calibrations.newest(subject).map(CalibrationRun::id);
        Map<String, Map<UUID, ItemCalibration>> models = new TreeMap<>();
        boolean converged = true;
        for (String model : List.of(Calibrations.RASCH, Calibrations.TWO_PL)) {
            Map<Integer, ItemParameters> old = before.map(run -> places(items, calibrations.items(run, model)))
                    .orElse(Map.of());
            Settings settings = model.equals(Calibrations.RASCH)
                    ? Settings.of(Slopes.COMMON)
                    : Settings.of(Slopes.FREE).with(Prior.WEAK);
            Calibration found = Calibrator.calibrate(responses, settings, old);
            converged &= found.converged();
            models.put(model, described(items, responses, found, Drift.shifts(old, found.items())));
        }
        return new Estimated(converged, models, converged ? published(models) : Map.of());
    }

    private static Map<Integer, ItemParameters> places(List<CountedItem> items, Map<UUID, ItemCalibration> known) {
        Map<Integer, ItemParameters> places = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            ItemCalibration item = known.get(items.get(place).revision());
            if (item != null) {
                places.put(place, item.parameters());
            }
        }
        return places;
    }

    private static Map<UUID, ItemCalibration> described(
            List<CountedItem> items, Responses responses, Calibration found, Map<Integer, Drift.Shift> shifts) {
        Map<Integer, ItemFit> fits = ItemFit.of(responses, found);
        Map<UUID, ItemCalibration> described = new TreeMap<>();
        found.items()
                .forEach((place, parameters) -> described.put(
                        items.get(place).revision(),
                        ItemCalibration.of(
                                parameters,
                                responses.answered(place),
                                fits.get(place),
                                Optional.ofNullable(shifts.get(place)))));
        return described;
    }

    private Map<UUID, MeasuredDifficulty> published(Map<String, Map<UUID, ItemCalibration>> models) {
        Publication publication = new Publication(config.responses(), config.error(), config.ownSlope());
        Map<UUID, MeasuredDifficulty> published = new TreeMap<>();
        models.get(Calibrations.RASCH).forEach((revision, rasch) -> {
            Optional<ItemParameters> own = Optional.ofNullable(
                            models.get(Calibrations.TWO_PL).get(revision))
                    .map(ItemCalibration::parameters);
            publication
                    .choose(Optional.of(rasch.parameters()), own, rasch.responses())
                    .ifPresent(item -> published.put(
                            revision, new MeasuredDifficulty(item.a(), item.b(), item.seB(), rasch.responses())));
        });
        return published;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(Calibrating.Request request, Sheets.Kept kept, Estimated estimated, double seconds) {
        UUID run = Ids.next();
        sql.update(
                RUN,
                run,
                request.subject(),
                request.askedBy(),
                clock.now(),
                seconds,
                kept.sittings(),
                kept.newest().orElseThrow(),
                estimated.converged(),
                estimated.published().size());
        List<Object[]> rows = new ArrayList<>();
        estimated
                .models()
                .forEach(
                        (model, items) -> items.forEach((revision, item) -> rows.add(row(run, model, revision, item))));
        sql.batch(ITEM, rows);
        if (!estimated.published().isEmpty()) {
            measuring.publish(run, request.subject(), estimated.published());
        }
    }

    private static Object[] row(UUID run, String model, UUID revision, ItemCalibration item) {
        ItemParameters parameters = item.parameters();
        return new Object[] {
            run,
            model,
            revision,
            parameters.a(),
            parameters.b(),
            parameters.seA(),
            parameters.seB(),
            item.responses(),
            item.infit(),
            item.outfit(),
            item.chance(),
            item.shift().map(Drift.Shift::before).orElse(null),
            item.shift().map(Drift.Shift::after).orElse(null),
            item.shift().map(Drift.Shift::error).orElse(null),
            item.shift().map(Drift.Shift::z).orElse(null)
        };
    }
}
