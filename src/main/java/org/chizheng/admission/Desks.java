package org.chizheng.admission;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.session.SessionView;

/** Puts together what a tablet at the entrance shows. */
@ApplicationScoped
public class Desks {
    private final Entrances entrances;
    private final WalkIns walkIns;
    private final Witnessing witnessing;

    public Desks(Entrances entrances, WalkIns walkIns, Witnessing witnessing) {
        this.entrances = entrances;
        this.walkIns = walkIns;
        this.witnessing = witnessing;
    }

    /** @param enrolment of who is before it, or null; @param walkIn of who is there without a place, or null */
    DeskView at(SessionView session, String staff, UUID enrolment, UUID walkIn) {
        CandidateView candidate = enrolment == null
                ? null
                : entrances.candidate(session, enrolment).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        CheckView check = candidate == null ? null : telling(session, candidate).orElse(null);
        return new DeskView(
                session,
                count(session),
                entrances.second(session.id()),
                witnessing.at(session.id(), staff).orElse(null),
                candidate,
                check,
                walkIn == null
                        ? null
                        : walkIns.find(session.id(), walkIn).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)),
                check != null && check.firstBy().equals(staff),
                entrances.reasons("REFUSAL"),
                entrances.reasons("NO_PHOTO"));
    }

    EntranceCount count(SessionView session) {
        return EntranceCount.of(entrances.candidates(session), walkIns.ofSession(session.id()));
    }

    /** The check that waits, or the one by which the candidate came in. */
    private Optional<CheckView> telling(SessionView session, CandidateView candidate) {
        return entrances.checksOf(session.id(), candidate.enrolment()).stream()
                .filter(check -> check.isWaiting() || check.isConfirmed())
                .findFirst();
    }
}
