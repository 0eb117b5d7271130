package org.chizheng.appeal.rule;

/**
 * Whether another attempt at the theory is open, by the policy's THEORY_ATTEMPTS.
 *
 * @param allowed attempts, -1 for unlimited
 * @param used failed theories that count
 */
public record Retake(int allowed, int used) {
    private static final String UNLIMITED = "UNLIMITED";

    /** @param term UNLIMITED, or a number */
    public static Retake of(String term, int used) {
        return new Retake(UNLIMITED.equals(term) ? -1 : Integer.parseInt(term), used);
    }

    public boolean isUnlimited() {
        return allowed < 0;
    }

    /** Attempts that are left; what it says is without meaning when they are unlimited. */
    public int left() {
        return Math.max(0, allowed - used);
    }

    public boolean isOpen() {
        return isUnlimited() || left() > 0;
    }
}
