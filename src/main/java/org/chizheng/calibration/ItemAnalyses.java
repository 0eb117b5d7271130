package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.ItemAnalysisView.Advice;
import org.chizheng.calibration.ItemAnalysisView.Classical;
import org.chizheng.calibration.ItemAnalysisView.CurveLine;
import org.chizheng.calibration.ItemAnalysisView.ModelLine;
import org.chizheng.calibration.ItemAnalysisView.OptionLine;
import org.chizheng.calibration.ItemAnalysisView.RevisionChoice;
import org.chizheng.calibration.ItemAnalysisView.ShiftView;
import org.chizheng.calibration.rule.Finding;
import org.chizheng.calibration.rule.ItemParameters;
import org.chizheng.calibration.rule.ItemStatistics;
import org.chizheng.calibration.rule.OptionCurves;
import org.chizheng.calibration.rule.RestScores;
import org.chizheng.calibration.rule.ScoreScale;
import org.chizheng.calibration.rule.Tally;

/** All that is known of one item's answers, from the stored sums and the newest calibration. */
@ApplicationScoped
class ItemAnalyses {
    /** Chance below which a model does not fit. */
    private static final double MISFIT = 0.01;

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
        Map<String, ItemCalibration> models = new TreeMap<>(
                run.map(r -> calibrations.item(r, item.revision())).orElse(Map.of()));
        Optional<ItemCalibration> rasch = Optional.ofNullable(models.get(Calibrations.RASCH));
        AnalysedItem analysed = analyses.of(item, tally, rasch);
        ItemStatistics statistics = analysed.statistics();
        if (!analysed.isEnough()) {
            return new ItemAnalysisView(
                    item.code(),
                    item.revisionNumber(),
                    item.type(),
                    item.stem(),
                    statistics.responses(),
                    choices,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    List.of(),
                    null);
        }
        OptionCurves curves =
                OptionCurves.of(answers(tally, item), item.options().size(), item.key(), ItemPlots.GROUPS);
        Map<String, ItemParameters> parameters = new TreeMap<>();
        models.forEach((model, found) -> parameters.put(model, found.parameters()));
        List<Plot.Point> groups = parameters.isEmpty() ? List.of() : observed(curves, run.orElseThrow());
        return new ItemAnalysisView(
                item.code(),
                item.revisionNumber(),
                item.type(),
                item.stem(),
                statistics.responses(),
                choices,
                new Classical(
                        Figures.percent(statistics.facility()),
                        Figures.two(statistics.pointBiserial()),
                        Figures.two(statistics.discrimination())),
                analysed.findings().stream().map(ItemAnalyses::advice).toList(),
                options(item, statistics, curves),
                ItemPlots.options(curves, item.key()),
                models.entrySet().stream()
                        .map(model -> line(model.getKey(), model.getValue()))
                        .toList(),
                parameters.isEmpty() ? null : ItemPlots.curve(parameters, groups),
                lines(groups, parameters),
                rasch.flatMap(ItemCalibration::shift)
                        .map(shift -> new ShiftView(
                                Figures.two(shift.before()), Figures.two(shift.after()), Figures.one(shift.z())))
                        .orElse(null));
    }

    private List<Plot.Point> observed(OptionCurves curves, UUID run) {
        ScoreScale scale = new ScoreScale(calibrations.items(run, Calibrations.RASCH).values().stream()
                .map(ItemCalibration::parameters)
                .toList());
        return ItemPlots.observed(curves, scale);
    }

    private static List<CurveLine> lines(List<Plot.Point> groups, Map<String, ItemParameters> models) {
        ItemParameters own = models.getOrDefault(Calibrations.TWO_PL, models.get(Calibrations.RASCH));
        return own == null ? List.of() : ItemPlots.lines(groups, own);
    }

    private static List<OptionLine> options(CountedItem item, ItemStatistics statistics, OptionCurves curves) {
        List<OptionLine> lines = new ArrayList<>();
        for (int option = 0; option < item.options().size(); option++) {
            ItemStatistics.Chosen chosen = statistics.options().get(option);
            lines.add(new OptionLine(
                    ItemAnalysisView.letter(option),
                    item.options().get(option).text(),
                    item.options().get(option).right(),
                    chosen.times(),
                    Figures.percent(chosen.share()),
                    Figures.percent(chosen.rest()),
                    curves.options().get(option).stream().map(Figures::percent).toList()));
        }
        return lines;
    }

    private static ModelLine line(String model, ItemCalibration found) {
        ItemParameters item = found.parameters();
        return new ModelLine(
                model,
                Figures.two(item.a()) + " ± " + Figures.two(item.seA()),
                Figures.two(item.b()) + " ± " + Figures.two(item.seB()),
                found.responses(),
                Figures.two(found.infit()),
                Figures.two(found.outfit()),
                Figures.two(found.chance()),
                found.chance() >= MISFIT);
    }

    private static Advice advice(Finding finding) {
        Map<String, Double> figures = finding.figures();
        String letters = finding.options().isPresent()
                ? ItemAnalysisView.letters(finding.options().getAsInt())
                : "";
        return switch (finding.kind()) {
            case TOO_FEW_RESPONSES ->
                advice(finding, letters, whole(figures.get("responses")), whole(figures.get("threshold")));
            case KEY_PROBABLY_WRONG ->
                advice(
                        finding,
                        letters,
                        Figures.percent(figures.get("share of the upper group")),
                        Figures.percent(figures.get("share of the upper group with the key")));
            case TOO_EASY, TOO_HARD ->
                advice(
                        finding,
                        letters,
                        Figures.percent(figures.get("facility")),
                        Figures.percent(figures.get("threshold")));
            case DISCRIMINATES_BADLY ->
                advice(
                        finding,
                        letters,
                        Figures.two(figures.get("point-biserial")),
                        Figures.two(figures.get("threshold")));
            case OPTION_NEVER_CHOSEN -> advice(finding, letters, whole(figures.get("responses")), "");
            case DRIFTED ->
                advice(
                        finding,
                        letters,
                        Figures.two(figures.get("difficulty before")),
                        Figures.two(figures.get("difficulty after")));
        };
    }

    private static Advice advice(Finding finding, String letters, String first, String second) {
        return new Advice(finding.kind().name(), letters, first, second);
    }

    private static String whole(double number) {
        return String.valueOf(Math.round(number));
    }
}
