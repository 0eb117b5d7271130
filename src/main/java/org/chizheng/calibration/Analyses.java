package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.rule.ClassicalItemStatistics;
import org.chizheng.calibration.rule.Finding;
import org.chizheng.calibration.rule.ItemAdvice;
import org.chizheng.calibration.rule.ItemStatistics;
import org.chizheng.calibration.rule.Reliability;
import org.chizheng.calibration.rule.Tally;
import org.chizheng.calibration.rule.Thresholds;

/** Statistics from the stored sums; no answer is read. */
@ApplicationScoped
class Analyses {
    private final CountedItems items;
    private final Tallies tallies;
    private final Calibrations calibrations;

    Analyses(CountedItems items, Tallies tallies, Calibrations calibrations) {
        this.items = items;
        this.tallies = tallies;
        this.calibrations = calibrations;
    }

    /** All of a subject. */
    record Analysis(
            List<AnalysedItem> items, long sittings, Optional<Reliability> reliability, Optional<CalibrationRun> run) {
        List<CountedItem> counted() {
            return items.stream().map(AnalysedItem::item).toList();
        }
    }

    /** A handful of queries, however many items there are. */
    Analysis of(String subject) {
        List<CountedItem> counted = items.of(subject);
        Tally tally = tallies.of(subject);
        ClassicalItemStatistics statistics =
                tally.statistics(counted.stream().map(CountedItem::forTally).toList());
        Optional<CalibrationRun> run = calibrations.newest(subject);
        Map<UUID, ItemCalibration> calibrated =
                run.map(r -> calibrations.items(r.id(), Calibrations.RASCH)).orElse(Map.of());
        List<AnalysedItem> analysed = new ArrayList<>();
        for (int place = 0; place < counted.size(); place++) {
            CountedItem item = counted.get(place);
            analysed.add(analysed(item, statistics.item(place), Optional.ofNullable(calibrated.get(item.revision()))));
        }
        long sittings = tally.scores().values().stream()
                .mapToLong(Tally.ScoreSums::candidates)
                .sum();
        return new Analysis(analysed, sittings, statistics.reliability(), run);
    }

    AnalysedItem of(CountedItem item, Tally tally, Optional<ItemCalibration> rasch) {
        return analysed(item, tally.statistics(List.of(item.forTally())).item(0), rasch);
    }

    private static AnalysedItem analysed(CountedItem item, ItemStatistics statistics, Optional<ItemCalibration> rasch) {
        List<Finding> findings =
                ItemAdvice.of(statistics, item.key(), rasch.flatMap(ItemCalibration::shift), Thresholds.USUAL);
        return new AnalysedItem(item, statistics, findings, rasch);
    }
}
