package org.chizheng.incident.rule;

import java.time.LocalDate;

/** How far an incident has come. What is no breach ends when two have signed it. */
public enum IncidentState {
    RECORDED,
    SIGNED,
    INFORMED,
    DECIDED,
    APPEALED,
    FINAL,
    WITHDRAWN;

    /** Two of the staff, as the rule of evidence asks. */
    public static final int SIGNATURES = 2;

    /**
     * What has been done so far.
     *
     * @param appealDue last day for an appeal, null while nothing is decided
     */
    public record Steps(
            boolean breach,
            boolean withdrawn,
            int signatures,
            boolean informed,
            LocalDate appealDue,
            boolean appealed,
            boolean appealDecided) {}

    public static IncidentState of(Steps steps, LocalDate today) {
        if (steps.withdrawn()) {
            return WITHDRAWN;
        }
        if (steps.signatures() < SIGNATURES) {
            return RECORDED;
        }
        if (!steps.breach() || steps.appealDecided()) {
            return FINAL;
        }
        if (steps.appealDue() == null) {
            return steps.informed() ? INFORMED : SIGNED;
        }
        if (steps.appealed()) {
            return APPEALED;
        }
        return today.isAfter(steps.appealDue()) ? FINAL : DECIDED;
    }

    /** Nothing changes under the second signer: evidence is added before the first signature, or after the second and until the decision. */
    public static boolean isOpenToEvidence(Steps steps) {
        return !steps.withdrawn()
                && steps.appealDue() == null
                && (steps.signatures() == 0 || steps.signatures() == SIGNATURES);
    }
}
