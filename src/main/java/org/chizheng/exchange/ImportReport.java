package org.chizheng.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.chizheng.authoring.Checking;

/**
 * One page of what a run would bring, in the reader's language.
 *
 * @param outcome that is asked for; empty for all
 * @param page from 1
 * @param counts how many items have each note, the most frequent first
 * @param findings the same for the checks
 */
public record ImportReport(
        List<Row> rows, String outcome, int page, int pages, List<Count> counts, List<Count> findings) {
    private static final int STEM = 60;

    public ImportReport {
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
    }

    /** An item in a line. */
    public record Row(
            String place,
            String reference,
            String outcome,
            String type,
            String stem,
            List<Said> notes,
            List<String> findings) {}

    /** @param kind of the note */
    public record Said(String kind, String text) {}

    public record Count(String kind, String text, int items) {}

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

    static Row row(ImportRuns.Staged item, String lang) {
        String stem = item.draft().stem().replaceAll("\\s+", " ");
        return new Row(
                item.place(),
                item.reference(),
                item.outcome(),
                item.draft().type(),
                stem.length() > STEM ? stem.substring(0, STEM) + "…" : stem,
                item.notes().stream()
                        .map(note -> new Said(note.kind().name(), NoteText.of(lang, note)))
                        .toList(),
                item.findings().stream()
                        .filter(finding -> finding.silenced() == null)
                        .map(finding -> finding(lang, finding))
                        .toList());
    }

    private static String finding(String lang, Checking.Finding finding) {
        return NoteText.of(lang, "authoring_check_" + finding.check(), finding.detail());
    }

    /** @param found by "KIND code" */
    static List<Count> notes(Map<String, Integer> found, String lang) {
        return found.entrySet().stream()
                .map(entry -> {
                    String[] words = entry.getKey().split(" ", 2);
                    return new Count(words[0], NoteText.ofMany(lang, words[1]), entry.getValue());
                })
                .sorted(Comparator.comparing(Count::items).reversed().thenComparing(Count::text))
                .toList();
    }

    static List<Count> findings(Map<String, Integer> found, String lang) {
        return found.entrySet().stream()
                .map(entry -> new Count(
                        "CHECK", NoteText.of(lang, "authoring_check_" + entry.getKey(), ""), entry.getValue()))
                .sorted(Comparator.comparing(Count::items).reversed().thenComparing(Count::text))
                .toList();
    }
}
