package org.chizheng.fitness.roster;

import java.util.Arrays;
import java.util.List;

import org.chizheng.fitness.roster.RosterAnswer.Outcome;

/**
 * A page of answers, those that are refused or change something first.
 *
 * @param outcome that is shown alone, empty for all
 */
public record RosterReport(List<RosterAnswer> rows, String outcome, int page, int pages) {
    private static final int PAGE_SIZE = 50;
    private static final List<Outcome> ORDER = List.of(Outcome.REFUSED, Outcome.CHANGED, Outcome.FRESH, Outcome.SAME);

    static RosterReport of(List<RosterAnswer> all, String outcome, String page) {
        String asked =
                Arrays.stream(Outcome.values()).map(Enum::name).anyMatch(name -> name.equals(outcome)) ? outcome : "";
        List<RosterAnswer> chosen = ORDER.stream()
                .filter(one -> asked.isEmpty() || one.name().equals(asked))
                .flatMap(one -> all.stream().filter(row -> row.outcome() == one))
                .toList();
        int pages = Math.max(1, (chosen.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = page != null && page.matches("[1-9]\\d{0,4}") ? Math.min(Integer.parseInt(page), pages) : 1;
        int from = (number - 1) * PAGE_SIZE;
        return new RosterReport(chosen.subList(from, Math.min(from + PAGE_SIZE, chosen.size())), asked, number, pages);
    }

    public List<Outcome> outcomes() {
        return ORDER;
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
