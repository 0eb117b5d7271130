package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import org.chizheng.authoring.rule.OptionDiff.Choice;

/** What a draft must have before anybody reviews it; the same as the schema of the bank's files asks (question-bank/schema). */
public final class Completeness {
    /** Characters of a stem, an option, an explanation, a source or a figure's text; the bank's files stop at 400. */
    public static final int LONGEST = 1000;

    public static final int MOST_OPTIONS = 8;
    private static final int FEWEST_OPTIONS = 3;
    private static final List<Choice> RIGHT = List.of(new Choice("正确", true), new Choice("错误", false));
    private static final List<Choice> WRONG = List.of(new Choice("正确", false), new Choice("错误", true));

    private Completeness() {}

    /** What is not there yet. */
    public enum Gap {
        STEM_MISSING,
        CHAPTER_MISSING,
        VERDICT_MISSING,
        OPTIONS_TOO_FEW,
        OPTION_EMPTY,
        OPTION_TWICE,
        ONE_RIGHT,
        TWO_RIGHT,
        NONE_WRONG,
        EXPLANATION_MISSING,
        SOURCE_MISSING,
        FIGURE_TEXT_MISSING
    }

    /**
     * @param chapterKnown whether the subject has its chapter
     * @param figureText what the figure shows, in words; null when there is no figure
     */
    public static List<Gap> gaps(
            String type,
            boolean chapterKnown,
            String stem,
            List<Choice> options,
            String explanation,
            String source,
            String figureText) {
        List<Gap> gaps = new ArrayList<>();
        note(gaps, stem.isBlank(), Gap.STEM_MISSING);
        note(gaps, !chapterKnown, Gap.CHAPTER_MISSING);
        if (type.equals("TRUE_FALSE")) {
            note(gaps, !isVerdict(options), Gap.VERDICT_MISSING);
        } else {
            options(type, options, gaps);
        }
        note(gaps, explanation.isBlank(), Gap.EXPLANATION_MISSING);
        note(gaps, source.isBlank(), Gap.SOURCE_MISSING);
        note(gaps, figureText != null && figureText.isBlank(), Gap.FIGURE_TEXT_MISSING);
        return gaps;
    }

    private static boolean isVerdict(List<Choice> options) {
        return options.size() == 2
                && (new HashSet<>(options).equals(new HashSet<>(RIGHT))
                        || new HashSet<>(options).equals(new HashSet<>(WRONG)));
    }

    private static void options(String type, List<Choice> options, List<Gap> gaps) {
        long right = options.stream().filter(Choice::right).count();
        long different =
                options.stream().map(choice -> choice.text().strip()).distinct().count();
        note(gaps, options.size() < FEWEST_OPTIONS, Gap.OPTIONS_TOO_FEW);
        note(gaps, options.stream().anyMatch(choice -> choice.text().isBlank()), Gap.OPTION_EMPTY);
        note(gaps, different < options.size(), Gap.OPTION_TWICE);
        note(gaps, type.equals("SINGLE") && right != 1, Gap.ONE_RIGHT);
        note(gaps, type.equals("MULTIPLE") && right < 2, Gap.TWO_RIGHT);
        note(gaps, type.equals("MULTIPLE") && right == options.size(), Gap.NONE_WRONG);
    }

    private static void note(List<Gap> gaps, boolean missing, Gap gap) {
        if (missing) {
            gaps.add(gap);
        }
    }
}
