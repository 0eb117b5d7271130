package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.bank.Revision;
import org.chizheng.paper.PaperView;
import org.chizheng.paper.PaperView.OptionView;

/**
 * Which revision each item of a delivered paper is, and which of the author's options each of its options: told by the words, since a paper names neither. Where revisions of a pool
 * agree in every word and the figure, it does not matter which is which.
 */
final class DeliveredItems {
    private final Map<List<String>, List<Revision>> byContent = new HashMap<>();

    /** @param pool what the papers were drawn from */
    DeliveredItems(List<Revision> pool) {
        for (Revision revision : pool) {
            Stream<String> options = revision.options().stream().map(Revision.Option::text);
            String figure = revision.figure() == null ? "" : revision.figure().digest();
            byContent
                    .computeIfAbsent(
                            content(revision.type(), revision.stem(), figure, options), none -> new ArrayList<>())
                    .add(revision);
        }
    }

    /**
     * An item that somebody was shown.
     *
     * @param chosen the author's options chosen, bit 0 for the first; 0 if left blank
     */
    record Answered(Revision revision, int chosen) {}

    /**
     * @param answers by number, ids of options with commas between them; items left blank are not there
     * @throws IllegalStateException for an item that is not of the pool
     */
    List<Answered> of(PaperView paper, Map<Integer, String> answers) {
        List<Answered> answered = new ArrayList<>();
        Map<List<String>, Integer> met = new HashMap<>();
        for (PaperView.ItemView item : paper.items()) {
            String figure = item.figure() == null ? "" : item.figure().digest();
            List<String> content = content(
                    item.section(), item.stem(), figure, item.options().stream().map(OptionView::text));
            List<Revision> alike = byContent.getOrDefault(content, List.of());
            int place = met.merge(content, 1, Integer::sum) - 1;
            if (place >= alike.size()) {
                throw new IllegalStateException("item " + item.no() + " of a paper is not of its pool");
            }
            Revision revision = alike.get(place);
            answered.add(new Answered(revision, chosen(revision, item, answers.getOrDefault(item.no(), ""))));
        }
        return answered;
    }

    private static int chosen(Revision revision, PaperView.ItemView item, String answer) {
        List<String> ids = List.of(answer.split(","));
        List<String> texts =
                revision.options().stream().map(Revision.Option::text).toList();
        int chosen = 0;
        for (OptionView option : item.options()) {
            if (ids.contains(option.id())) {
                chosen |= 1 << texts.indexOf(option.text());
            }
        }
        return chosen;
    }

    private static List<String> content(String type, String stem, String figure, Stream<String> options) {
        return Stream.concat(Stream.of(type, stem, figure), options.sorted()).toList();
    }
}
