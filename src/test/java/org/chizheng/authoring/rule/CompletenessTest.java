package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.authoring.rule.Completeness.Gap;
import org.chizheng.authoring.rule.OptionDiff.Choice;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final Choice RIGHT = new Choice("甲", true);
    private static final Choice WRONG = new Choice("乙", false);
    private static final Choice OTHER = new Choice("丙", false);

    @Test
    void wholeItemsHaveNoGap() {
        assertThat(gaps("SINGLE", RIGHT, WRONG, OTHER)).isEmpty();
        assertThat(gaps("MULTIPLE", RIGHT, new Choice("丁", true), OTHER)).isEmpty();
        assertThat(gaps("TRUE_FALSE", new Choice("正确", true), new Choice("错误", false)))
                .isEmpty();
        assertThat(gaps("TRUE_FALSE", new Choice("错误", true), new Choice("正确", false)))
                .isEmpty();
    }

    @Test
    void anEmptyDraftLacksAll() {
        assertThat(Completeness.gaps("SINGLE", false, " ", List.of(), "", "", ""))
                .containsExactly(
                        Gap.STEM_MISSING,
                        Gap.CHAPTER_MISSING,
                        Gap.OPTIONS_TOO_FEW,
                        Gap.ONE_RIGHT,
                        Gap.EXPLANATION_MISSING,
                        Gap.SOURCE_MISSING,
                        Gap.FIGURE_TEXT_MISSING);
    }

    @Test
    void aKeyFitsItsType() {
        assertThat(gaps("SINGLE", RIGHT, new Choice("丁", true), OTHER)).containsExactly(Gap.ONE_RIGHT);
        assertThat(gaps("MULTIPLE", RIGHT, WRONG, OTHER)).containsExactly(Gap.TWO_RIGHT);
        assertThat(gaps("MULTIPLE", RIGHT, new Choice("丁", true), new Choice("戊", true)))
                .containsExactly(Gap.NONE_WRONG);
        assertThat(gaps("TRUE_FALSE", new Choice("正确", true), new Choice("错误", true)))
                .containsExactly(Gap.VERDICT_MISSING);
        assertThat(gaps("TRUE_FALSE", new Choice("对", true), new Choice("错", false)))
                .containsExactly(Gap.VERDICT_MISSING);
    }

    @Test
    void optionsHaveWordsAndDiffer() {
        assertThat(gaps("SINGLE", RIGHT, WRONG, new Choice(" ", false))).containsExactly(Gap.OPTION_EMPTY);
        assertThat(gaps("SINGLE", RIGHT, WRONG, new Choice("乙 ", false))).containsExactly(Gap.OPTION_TWICE);
    }

    private static List<Gap> gaps(String type, Choice... options) {
        return new ArrayList<>(Completeness.gaps(type, true, "题", List.of(options), "说明", "依据", null));
    }
}
