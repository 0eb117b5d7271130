package org.chizheng.admission;

import java.util.List;

import org.chizheng.session.SessionView;

/**
 * The tablet at the entrance as it stands.
 *
 * @param witness who signed for standing beside it, or null
 * @param candidate who is before it, or null
 * @param check the candidate's check that waits or was just confirmed, or null
 * @param walkIn who is before it without a place, or null
 * @param mine whether the waiting check was passed by who asks
 */
public record DeskView(
        SessionView session,
        EntranceCount count,
        Second second,
        Witnessing.Witness witness,
        CandidateView candidate,
        CheckView check,
        WalkInView walkIn,
        boolean mine,
        List<ReasonView> refusals,
        List<ReasonView> noPhoto) {
    public boolean isByWitness() {
        return second == Second.WITNESS;
    }

    /** Somebody is to be decided on. */
    public boolean isDeciding() {
        return candidate != null && !candidate.isIn() && check == null && !candidate.isTooLate();
    }

    public boolean isOpen() {
        return session.state().equals("CHECK_IN") || session.state().equals("RUNNING");
    }
}
