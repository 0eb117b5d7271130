package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.chizheng.calibration.ItemAnalysisView.Advice;
import org.chizheng.calibration.ItemAnalysisView.Answers;
import org.chizheng.calibration.ItemAnalysisView.OptionLine;
import org.chizheng.calibration.rule.Finding;
import org.chizheng.calibration.rule.ItemStatistics;
import org.chizheng.calibration.rule.OptionCurves;

/** An item's classical figures and findings, written out. */
final class AnswerWords {
    private AnswerWords() {}

    static Answers of(AnalysedItem analysed, OptionCurves curves) {
        CountedItem item = analysed.item();
        ItemStatistics statistics = analysed.statistics();
        return new Answers(
                Figures.percent(statistics.facility()),
                Figures.two(statistics.pointBiserial()),
                Figures.two(statistics.discrimination()),
                analysed.findings().stream().map(AnswerWords::advice).toList(),
                options(item, statistics, curves),
                ItemPlots.options(curves, item.key()));
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
