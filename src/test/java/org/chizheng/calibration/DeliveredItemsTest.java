package org.chizheng.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.bank.Revision;
import org.chizheng.calibration.DeliveredItems.Answered;
import org.chizheng.calibration.rule.Tally.Answer;
import org.chizheng.paper.PaperView;
import org.chizheng.paper.PaperView.OptionView;
import org.junit.jupiter.api.Test;

class DeliveredItemsTest {
    private static Revision revision(int number, String stem) {
        return new Revision(
                new UUID(0, number),
                "T-" + number,
                "MULTIPLE",
                "01",
                1,
                stem,
                List.of(
                        new Revision.Option("对一", true),
                        new Revision.Option("对二", true),
                        new Revision.Option("甲", false),
                        new Revision.Option("乙", false)),
                null,
                "",
                "PROVINCIAL");
    }

    private static PaperView paper(String... stems) {
        List<PaperView.ItemView> items = java.util.stream.IntStream.range(0, stems.length)
                .mapToObj(i -> new PaperView.ItemView(
                        i + 1,
                        "MULTIPLE",
                        1,
                        stems[i],
                        null,
                        List.of(
                                new OptionView("1", "乙"),
                                new OptionView("2", "对二"),
                                new OptionView("3", "甲"),
                                new OptionView("4", "对一"))))
                .toList();
        return new PaperView("卷", 1, items);
    }

    @Test
    void optionsAreThoseOfTheAuthorWhateverTheirPlaceOnThePaper() {
        DeliveredItems pool = new DeliveredItems(List.of(revision(1, "甲题"), revision(2, "乙题")));
        List<Answered> answered = pool.of(paper("乙题", "甲题"), Map.of(1, "2,4", 2, "1"));
        assertThat(answered).extracting(a -> a.revision().item()).containsExactly("T-2", "T-1");
        assertThat(answered).extracting(Answered::chosen).containsExactly(0b0011, 0b1000);
    }

    @Test
    void whatIsLeftBlankHasNoOption() {
        DeliveredItems pool = new DeliveredItems(List.of(revision(1, "甲题")));
        assertThat(pool.of(paper("甲题"), Map.of())).extracting(Answered::chosen).containsExactly(0);
    }

    @Test
    void twoItemsInTheSameWordsAreTwoItems() {
        DeliveredItems pool = new DeliveredItems(List.of(revision(1, "同题"), revision(2, "同题")));
        assertThat(pool.of(paper("同题", "同题"), Map.of()))
                .extracting(a -> a.revision().item())
                .containsExactly("T-1", "T-2");
    }

    @Test
    void anItemOfAnotherPoolIsAFault() {
        DeliveredItems pool = new DeliveredItems(List.of(revision(1, "甲题")));
        assertThatThrownBy(() -> pool.of(paper("丙题"), Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keptAnswersComeBackAsTheyWere() {
        List<Answer> sheet = List.of(new Answer(1, 0), new Answer(70_000, 0b1011), new Answer(2, 1 << 29));
        assertThat(KeptAnswers.pack(sheet)).hasSize(24);
        assertThat(KeptAnswers.unpack(KeptAnswers.pack(sheet))).isEqualTo(sheet);
    }
}
