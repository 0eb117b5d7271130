package org.chizheng.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;

/**
 * All there is of an incident.
 *
 * @param account what happened, in the staff's words
 * @param notice null until the candidate was told
 * @param decisions the first one and the one on the appeal, as far as there are
 * @param appeal null without one
 * @param withdrawal null unless it was withdrawn
 */
public record IncidentFile(
        IncidentRow row,
        String account,
        List<Evidence> evidence,
        List<Signature> signatures,
        Notice notice,
        List<Decision> decisions,
        Appeal appeal,
        Withdrawal withdrawal) {
    public IncidentFile {
        evidence = List.copyOf(evidence);
        signatures = List.copyOf(signatures);
        decisions = List.copyOf(decisions);
    }

    /** later: added after two had signed, so that no signature covers it. text: of a note. */
    public record Evidence(
            UUID id,
            String kind,
            String name,
            String mediaType,
            int kilobytes,
            String text,
            String recording,
            String camera,
            Instant from,
            Instant until,
            String digest,
            String by,
            Instant at,
            boolean later) {
        public boolean picture() {
            return mediaType != null && mediaType.startsWith("image/");
        }
    }

    public record Signature(Signatory who, String digest, Instant at) {}

    /** statement: null where the candidate said nothing. */
    public record Notice(Instant toldAt, String how, String statement, String signature, String remark, String by) {}

    public record Decision(
            UUID id,
            String stage,
            Measure effect,
            boolean whole,
            LocalDate banUntil,
            String reasons,
            Signatory who,
            Instant at,
            LocalDate appealDue) {
        public Sanction sanction() {
            return new Sanction(effect, whole);
        }
    }

    public record Appeal(String grounds, String by, Instant at, LocalDate answerDue) {}

    public record Withdrawal(String by, Instant at, String reason) {}

    public boolean isSignedBy(Signatory who) {
        return signatures.stream().anyMatch(signature -> signature.who().isSame(who));
    }

    /** Whoever recorded, signed or decided; each of them decides nothing any more. */
    public boolean hasHandIn(Signatory who) {
        return row.reporter().isSame(who)
                || isSignedBy(who)
                || decisions.stream().anyMatch(decision -> decision.who().isSame(who));
    }
}
