package org.chizheng.calibration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.ItemAnalysisView.Answers;
import org.chizheng.calibration.ItemAnalysisView.Curve;
import org.chizheng.calibration.ItemAnalysisView.RevisionChoice;
import org.chizheng.calibration.rule.OptionCurves;
import org.chizheng.calibration.rule.RestScores;
import org.chizheng.calibration.rule.ScoreScale;
import org.chizheng.calibration.rule.Tally;

/** All that is known of one item's answers, from the stored sums and the newest calibration. */
@ApplicationScoped
class ItemAnalyses {
    private final CountedItems items;
    private final Tallies tallies;
    private final Analyses analyses;
    private final Calibrations calibrations;

    ItemAnalyses(CountedItems items, Tallies tallies, Analyses analyses, Calibrations calibrations) {
        this.items = items;
        this.tallies = tallies;
        this.analyses = analyses;
        this.calibrations = calibrations;
    }

    /**
     * Empty if no revision of the item was answered yet.
     *
     * @param revision its number; null for the newest that was answered
     */
    Optional<ItemAnalysisView> of(String subject, String code, Integer revision) {
        List<CountedItem> revisions = items.ofItem(code);
        Tally tally = tallies.of(revisions.stream().map(CountedItem::number).toList());
        List<RevisionChoice> choices = revisions.stream()
                .map(item -> new RevisionChoice(
                        item.revisionNumber(),
                        answers(tally, item).values().stream()
                                .mapToLong(RestScores::times)
                                .sum()))
                .toList();
        return revisions.stream()
                .filter(item -> revision == null || item.revisionNumber() == revision)
                .findFirst()
                .map(item -> view(subject, item, tally, choices));
    }

    /** By options chosen. */
    private static SortedMap<Integer, RestScores> answers(Tally tally, CountedItem item) {
        SortedMap<Integer, RestScores> answers = new TreeMap<>();
        tally.answers().forEach((answer, kept) -> {
            if (answer.item() == item.number()) {
                answers.put(answer.chosen(), kept);
            }
        });
        return answers;
    }

    private ItemAnalysisView view(String subject, CountedItem item, Tally tally, List<RevisionChoice> choices) {
        Optional<UUID> run = calibrations.newest(subject).map(CalibrationRun::id);
        Map<String, ItemCalibration> models =
                run.map(r -> calibrations.item(r, item.revision())).orElse(Map.of());
        AnalysedItem analysed = analyses.of(item, tally, Optional.ofNullable(models.get(Calibrations.RASCH)));
        Answers answers = null;
        Curve curve = null;
        if (analysed.isEnough()) {
            OptionCurves curves =
                    OptionCurves.of(answers(tally, item), item.options().size(), item.key(), ItemPlots.GROUPS);
            answers = AnswerWords.of(analysed, curves);
            curve = models.isEmpty() ? null : CurveWords.of(models, curves, scale(run.orElseThrow()));
        }
        return new ItemAnalysisView(
                item.code(),
                item.revisionNumber(),
                item.type(),
                item.stem(),
                analysed.statistics().responses(),
                choices,
                answers,
                curve);
    }

    private ScoreScale scale(UUID run) {
        return new ScoreScale(calibrations.items(run, Calibrations.RASCH).values().stream()
                .map(ItemCalibration::parameters)
                .toList());
    }
}
