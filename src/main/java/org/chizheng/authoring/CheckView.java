package org.chizheng.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.chizheng.authoring.Silences.Key;
import org.chizheng.authoring.Silences.Silence;
import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.authoring.rule.ItemCheck;
import org.chizheng.authoring.rule.Skew;

/**
 * A subject's findings as its page shows them.
 *
 * @param items how many were checked
 * @param checks each check with its counts
 * @param cards the findings of this page of the list
 * @param total findings in the list
 * @param longest of items with one longest option, those in which it is the key
 * @param shares true statements by chapter
 */
public record CheckView(
        int items,
        List<Count> checks,
        List<Card> cards,
        int total,
        CheckFilter filter,
        Skew longest,
        List<Share> shares) {
    /** A chapter's statements that are true. */
    public record Share(String chapter, Skew skew) {}

    /** A check, how often it stands and how often it is silenced. */
    public record Count(String check, long standing, long silenced) {
        /** Last part of the key of the text that says why the check matters. */
        public String why() {
            return check + "_why";
        }
    }

    /**
     * One finding.
     *
     * @param other null unless two items were compared
     * @param history newest first; silenced when the newest says so
     */
    public record Card(
            CheckedItem item, CheckedItem other, String check, String detail, String digest, List<Silence> history) {
        public boolean silenced() {
            return !history.isEmpty() && history.get(0).silenced();
        }
    }

    static CheckView of(CheckReport report, Map<Key, List<Silence>> silences, CheckFilter asked) {
        List<Card> all = report.entries().stream()
                .map(entry -> new Card(
                        entry.item(),
                        entry.other(),
                        entry.found().check().name(),
                        entry.found().detail(),
                        entry.key().digest(),
                        silences.getOrDefault(entry.key(), List.of())))
                .toList();
        List<Count> counts = Arrays.stream(ItemCheck.values())
                .map(check -> count(check.name(), all))
                .toList();
        List<Card> listed = all.stream()
                .filter(card -> asked.check().isEmpty() || asked.check().equals(card.check()))
                .filter(card -> card.silenced() == asked.silenced())
                .toList();
        CheckFilter filter = asked.within(pages(listed.size()));
        List<Card> shown = listed.stream()
                .skip((filter.page() - 1L) * CheckFilter.PAGE_SIZE)
                .limit(CheckFilter.PAGE_SIZE)
                .toList();
        return new CheckView(report.items(), counts, shown, listed.size(), filter, report.longest(), report.shares());
    }

    private static Count count(String check, List<Card> cards) {
        List<Card> own =
                cards.stream().filter(card -> card.check().equals(check)).toList();
        long silenced = own.stream().filter(Card::silenced).count();
        return new Count(check, own.size() - silenced, silenced);
    }

    private static int pages(int total) {
        return Math.max(1, (total + CheckFilter.PAGE_SIZE - 1) / CheckFilter.PAGE_SIZE);
    }

    public int pages() {
        return pages(total);
    }

    public long standing() {
        return checks.stream().mapToLong(Count::standing).sum();
    }

    public boolean hasPrevious() {
        return filter.page() > 1;
    }

    public boolean hasNext() {
        return filter.page() < pages();
    }

    public String previous() {
        return filter.on(filter.page() - 1);
    }

    public String next() {
        return filter.on(filter.page() + 1);
    }
}
