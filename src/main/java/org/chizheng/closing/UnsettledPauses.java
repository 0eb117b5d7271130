package org.chizheng.closing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.session.SessionView;
import org.chizheng.sitting.RoomPauses;

/** Pauses that nobody has resumed: of the whole room, or of candidates who were held before they began. */
@ApplicationScoped
class UnsettledPauses implements Unsettled {
    private final RoomPauses pauses;

    UnsettledPauses(RoomPauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public List<Matter> of(SessionView session) {
        String room = "/sessions/" + session.id() + "/room?view=list";
        return pauses.open(session.id()).stream()
                .map(pause -> pause.who() == null
                        ? new Matter("ROOM_PAUSED", "", room)
                        : new Matter("KEPT", pause.who(), room))
                .toList();
    }
}
