package org.chizheng.booking;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Refused;

/** Gives free places of a session to those who wait, the first who still may first, in the transaction that freed them; each is told. Who may not now keeps waiting. */
@ApplicationScoped
class HandingOut {
    static final String ACTOR = "waiting list";
    private final Bookings bookings;
    private final Placing placing;

    HandingOut(Bookings bookings, Placing placing) {
        this.bookings = bookings;
        this.placing = placing;
    }

    /** @param session whose row the acting transaction holds; @return how many were given a place */
    @Transactional(Transactional.TxType.MANDATORY)
    public int handOut(UUID session) {
        int free = bookings.session(session).map(OpenSession::free).orElse(0);
        if (free == 0) {
            return 0;
        }
        int given = 0;
        for (UUID application : bookings.waiting(session)) {
            if (given < free && mayHave(application, session)) {
                given++;
            }
        }
        return given;
    }

    private boolean mayHave(UUID application, UUID session) {
        try {
            placing.place(application, session, Placing.Way.GIVEN, false, ACTOR);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
