package org.chizheng.closing;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.admission.Entrances;
import org.chizheng.admission.WalkInView;
import org.chizheng.admission.WalkIns;
import org.chizheng.session.SessionView;

/** Who was passed at the entrance and not yet confirmed by a second person, and walk-ins whom nobody has seen to. */
@ApplicationScoped
class UnsettledEntrance implements Unsettled {
    private final Entrances entrances;
    private final WalkIns walkIns;

    UnsettledEntrance(Entrances entrances, WalkIns walkIns) {
        this.entrances = entrances;
        this.walkIns = walkIns;
    }

    @Override
    public List<Matter> of(SessionView session) {
        String entrance = "/sessions/" + session.id() + "/entrance";
        return Stream.concat(
                        entrances.waiting(session.id()).stream()
                                .map(check -> new Matter(
                                        "UNCONFIRMED", check.name() + " " + check.ticket(), entrance + "/second")),
                        walkIns.ofSession(session.id()).stream()
                                .filter(WalkInView::isOpen)
                                .map(one -> new Matter(
                                        "WALK_IN", one.name() == null ? "" : one.name(), entrance + "/list")))
                .toList();
    }
}
