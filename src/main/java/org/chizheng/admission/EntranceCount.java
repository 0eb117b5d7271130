package org.chizheng.admission;

import java.util.List;

import org.chizheng.admission.rule.Presence;

/** Candidates of a session by where they stand. */
public record EntranceCount(int all, int in, int waiting, int refused, int absent, int walkIns) {
    static EntranceCount of(List<CandidateView> candidates, List<WalkInView> walkIns) {
        return new EntranceCount(
                candidates.size(),
                count(candidates, Presence.IN),
                count(candidates, Presence.WAITING),
                count(candidates, Presence.REFUSED),
                count(candidates, Presence.ABSENT),
                (int) walkIns.stream().filter(WalkInView::isOpen).count());
    }

    private static int count(List<CandidateView> candidates, Presence presence) {
        return (int) candidates.stream()
                .filter(candidate -> candidate.presence() == presence)
                .count();
    }
}
