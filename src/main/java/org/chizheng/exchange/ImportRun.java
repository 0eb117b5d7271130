package org.chizheng.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who brought what: a file looked at (DRY), then made into drafts (DONE) or not (DROPPED).
 *
 * @param refused items that do not go in
 * @param lost items that go in without something
 * @param changed items that go in in another shape
 * @param codes of the drafts that were made, in the file's order
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
        List<String> codes) {
    public ImportRun {
        codes = List.copyOf(codes);
    }

    /** How many items have each kind of note, and each finding of the checks. */
    public record Summary(Map<String, Integer> notes, Map<String, Integer> findings) {
        public Summary {
            notes = Map.copyOf(notes);
            findings = Map.copyOf(findings);
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

    public boolean isMarkable() {
        return isOpen() && Format.valueOf(format).marking().isPresent();
    }
}
