package org.chizheng.exchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.authoring.Checking;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;

/**
 * Who brought what: a file looked at (DRY), then made into drafts (DONE) or not (DROPPED).
 *
 * @param refused items that do not go in
 * @param lost items that go in without something
 * @param changed items that go in in another shape
 * @param made how many drafts were made
 */
public record ImportRun(
        UUID id,
        String subject,
        String account,
        Instant begunAt,
        String fileName,
        String sha256,
        String format,
        String state,
        int items,
        int refused,
        int lost,
        int changed,
        Summary summary,
        Instant endedAt,
        int made) {

    /**
     * How many items have each kind of note, and each finding of the checks.
     *
     * @param keys how many single choices have their key where, as "place/options" with places from 0
     */
    public record Summary(Map<String, Integer> notes, Map<String, Integer> findings, Map<String, Integer> keys) {
        public Summary {
            notes = Map.copyOf(notes);
            findings = Map.copyOf(findings);
            keys = keys == null ? Map.of() : Map.copyOf(keys);
        }

        static Summary of(List<Judged> judged) {
            Map<String, Integer> notes = new HashMap<>();
            Map<String, Integer> findings = new HashMap<>();
            Map<String, Integer> keys = new HashMap<>();
            for (Judged item : judged) {
                item.item().notes().stream()
                        .map(note -> note.kind() + " " + note.code())
                        .distinct()
                        .forEach(code -> notes.merge(code, 1, Integer::sum));
                item.findings().stream()
                        .map(Checking.Finding::check)
                        .distinct()
                        .forEach(check -> findings.merge(check, 1, Integer::sum));
                if (!item.item().refused() && item.item().draft().type().equals("SINGLE")) {
                    keys.merge(key(item.item().draft()), 1, Integer::sum);
                }
            }
            return new Summary(notes, findings, keys);
        }

        private static String key(ItemDraft single) {
            List<Boolean> rights =
                    single.options().stream().map(Revision.Option::right).toList();
            return rights.indexOf(true) + "/" + rights.size();
        }
    }

    public int good() {
        return items - refused;
    }

    public boolean isOpen() {
        return state.equals("DRY");
    }

    public boolean isDone() {
        return state.equals("DONE");
    }

    /** Whether what became of each item can still be read: one that was given up leaves nothing. */
    public boolean isListed() {
        return isOpen() || isDone();
    }

    public boolean isMarkable() {
        return isOpen() && Format.valueOf(format).marking().isPresent();
    }
}
