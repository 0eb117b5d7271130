package org.chizheng.calibration;

import java.util.List;

import org.chizheng.calibration.rule.Finding;

/**
 * What the answers tell of one revision of an item.
 *
 * @param answers null without enough of them
 * @param curve null without enough answers, or while the revision is not calibrated
 */
public record ItemAnalysisView(
        String code,
        int revision,
        String type,
        String stem,
        long responses,
        List<RevisionChoice> revisions,
        Answers answers,
        Curve curve) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** A revision that was answered. */
    public record RevisionChoice(int number, long responses) {}

    /** Classical figures, and who chose what. */
    public record Answers(
            String facility,
            String pointBiserial,
            String discrimination,
            List<Advice> advice,
            List<OptionLine> options,
            Plot plot) {}

    /** The item in its models; shift is null without an earlier calibration. */
    public record Curve(List<ModelLine> models, Plot plot, List<CurveLine> groups, ShiftView shift) {}

    /** A finding in the words of {@link Finding}: the options it is about by their letters, and its figures in the order in which its message names them. */
    public record Advice(String kind, String letters, String first, String second) {}

    /** groups: share of those who chose the option, from the weakest fifth to the strongest. */
    public record OptionLine(
            String letter, String text, boolean right, long times, String share, String rest, List<String> groups) {}

    public record ModelLine(
            String model,
            String a,
            String b,
            int responses,
            String infit,
            String outfit,
            String chance,
            boolean fits) {}

    /** A fifth of the candidates: ability, share of right answers observed, and expected by the model. */
    public record CurveLine(String ability, String observed, String expected) {}

    public record ShiftView(String before, String after, String z) {}

    /** Letters follow the author's order. */
    static String letter(int option) {
        return option < LETTERS.length() ? LETTERS.substring(option, option + 1) : String.valueOf(option + 1);
    }

    /** @param options bit 0 for the first */
    static String letters(int options) {
        StringBuilder letters = new StringBuilder();
        for (int option = 0; options >> option != 0; option++) {
            letters.append((options >> option & 1) == 1 ? letter(option) : "");
        }
        return letters.toString();
    }
}
