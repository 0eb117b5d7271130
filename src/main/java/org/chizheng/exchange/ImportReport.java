package org.chizheng.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.authoring.Checking;
import org.chizheng.authoring.rule.KeyPositions;

/**
 * One page of what a run would bring or has brought, in the reader's language.
 *
 * @param outcome that is asked for; empty for all
 * @param page from 1
 * @param counts how many items have each note, the most frequent first
 * @param findings the same for the checks
 * @param letters where the keys of single choices stand, letter by letter
 */
public record ImportReport(
        List<Row> rows,
        String outcome,
        int page,
        int pages,
        List<Count> counts,
        List<Count> findings,
        List<KeyPositions.Letter> letters) {
    private static final int STEM = 60;

    public ImportReport {
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
        findings = List.copyOf(findings);
        letters = List.copyOf(letters);
    }

    /**
     * An item in a line.
     *
     * @param code of the draft that was made, empty without one; type, level, stem: empty once the run has ended
     */
    public record Row(
            String place,
            String reference,
            String code,
            String outcome,
            String type,
            String level,
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
        String stem = item.draft() == null ? "" : item.draft().stem().replaceAll("\\s+", " ");
        return new Row(
                item.place(),
                item.reference(),
                item.code() == null ? "" : item.code(),
                item.outcome(),
                item.draft() == null ? "" : item.draft().type(),
                item.draft() == null ? "" : item.level(),
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

    /** @param found by "place/options" */
    static List<KeyPositions.Letter> letters(Map<String, Integer> found) {
        return KeyPositions.letters(found.entrySet().stream()
                .flatMap(entry -> {
                    String[] numbers = entry.getKey().split("/");
                    KeyPositions.Key key =
                            new KeyPositions.Key(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
                    return Stream.generate(() -> key).limit(entry.getValue());
                })
                .toList());
    }

    /** Whether any letter is clearly favoured or avoided. */
    public boolean isSkewed() {
        return letters.stream().anyMatch(letter -> letter.skew().isClear());
    }
}
