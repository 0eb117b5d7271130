package org.chizheng.fitness.bulk;

import java.util.List;
import java.util.Map;

import org.chizheng.fitness.rule.FitReason;

/**
 * A page of answers, with what all of them add up to.
 *
 * @param reason that is shown alone, empty for all
 * @param counts rows by reason, in the order of the reasons
 */
public record BulkReport(
        List<AnsweredRow> rows,
        String reason,
        int page,
        int pages,
        Map<FitReason, Integer> counts,
        int yes,
        int expiring,
        int no) {
    private static final int PAGE_SIZE = 50;

    static BulkReport of(List<AnsweredRow> all, String reason, String page) {
        String asked = BulkTable.isReason(reason) ? reason : "";
        List<AnsweredRow> chosen = all.stream()
                .filter(row -> asked.isEmpty() || row.reason().name().equals(asked))
                .toList();
        int pages = Math.max(1, (chosen.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = page != null && page.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(page), pages) : 1;
        int from = (number - 1) * PAGE_SIZE;
        return new BulkReport(
                chosen.subList(from, Math.min(from + PAGE_SIZE, chosen.size())),
                asked,
                number,
                pages,
                FitnessView.counts(all),
                count(all, FitReason.Fit.YES),
                count(all, FitReason.Fit.EXPIRING),
                count(all, FitReason.Fit.NO));
    }

    private static int count(List<AnsweredRow> rows, FitReason.Fit fit) {
        return (int) rows.stream().filter(row -> row.reason().fit() == fit).count();
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext() {
        return page < pages;
    }

    public int previous() {
        return page - 1;
    }

    public int next() {
        return page + 1;
    }
}
