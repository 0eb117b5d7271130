package org.chizheng.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.chizheng.bank.PublishedItem;
import org.chizheng.bank.Revision;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.practice.JudgedView.JudgedOption;
import org.chizheng.practice.QuestionView.OptionView;
import org.chizheng.practice.rule.Marking;
import org.chizheng.practice.rule.RoundOrder;

/** A round with those of its items that are still published; it holds keys and never leaves the server. */
final class Sheet {
    private static final String LETTERS = "ABCDEFGHI";
    private final Round round;
    private final Map<UUID, PublishedItem> items;

    Sheet(Round round, Map<UUID, PublishedItem> items) {
        this.round = round;
        this.items = items;
    }

    Round round() {
        return round;
    }

    /** Places whose items are published, ascending. */
    List<Integer> places() {
        return IntStream.rangeClosed(1, round.revisions().size())
                .filter(place -> items.containsKey(round.revisions().get(place - 1)))
                .boxed()
                .toList();
    }

    /** Empty if there is no such place, or its item is not published. */
    Optional<PublishedItem> item(int place) {
        boolean exists = place >= 1 && place <= round.revisions().size();
        return exists ? Optional.ofNullable(items.get(round.revisions().get(place - 1))) : Optional.empty();
    }

    private PublishedItem existing(int place) {
        return item(place).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** @return the choice as bits, -1 if it cannot be one of that item */
    int chosen(PublishedItem item, List<String> places) {
        Revision revision = item.revision();
        return Marking.chosen(places, revision.options().size(), revision.type().equals("MULTIPLE"));
    }

    boolean isRight(PublishedItem item, int chosen) {
        return Marking.isRight(key(item), chosen);
    }

    private List<Boolean> key(PublishedItem item) {
        return shown(item).stream().map(Revision.Option::right).toList();
    }

    private List<Revision.Option> shown(PublishedItem item) {
        Revision revision = item.revision();
        List<String> texts =
                revision.options().stream().map(Revision.Option::text).toList();
        return RoundOrder.options(revision.type(), texts, round.seed(), revision.id()).stream()
                .map(revision.options()::get)
                .toList();
    }

    /** @param chosen bits of what the person chose before, 0 for nothing; @throws Refused NOT_FOUND if there is no such place */
    QuestionView question(int place, int chosen) {
        PublishedItem item = existing(place);
        Revision revision = item.revision();
        List<Revision.Option> shown = shown(item);
        List<OptionView> options = IntStream.range(0, shown.size())
                .mapToObj(i -> new OptionView(i + 1, letter(i), shown.get(i).text(), (chosen >> i & 1) == 1))
                .toList();
        return new QuestionView(
                place,
                places().indexOf(place) + 1,
                places().size(),
                revision.type(),
                revision.chapter(),
                revision.stem(),
                revision.figure(),
                options);
    }

    /** @param chosen bits, 0 if the item was not answered; @throws Refused NOT_FOUND if there is no such place */
    JudgedView judged(int place, int chosen) {
        PublishedItem item = existing(place);
        Revision revision = item.revision();
        List<Revision.Option> shown = shown(item);
        List<Marking.Mark> marks = Marking.marks(key(item), chosen);
        List<JudgedOption> options = IntStream.range(0, shown.size())
                .mapToObj(i -> new JudgedOption(
                        letter(i), shown.get(i).text(), marks.get(i).name()))
                .toList();
        return new JudgedView(
                place,
                places().indexOf(place) + 1,
                places().size(),
                revision.type(),
                revision.chapter(),
                revision.stem(),
                revision.figure(),
                chosen != 0,
                isRight(item, chosen),
                options,
                item.explanation(),
                item.source());
    }

    private static String letter(int index) {
        return String.valueOf(LETTERS.charAt(index));
    }
}
