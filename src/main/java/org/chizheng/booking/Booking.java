package org.chizheng.booking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Refused;

/** Books a place for an accepted application, moves it to another session, gives it back. */
@ApplicationScoped
public class Booking {
    private final Placing placing;
    private final HandingOut handingOut;
    private final Auditing auditing;

    public Booking(Placing placing, HandingOut handingOut, Auditing auditing) {
        this.placing = placing;
        this.handingOut = handingOut;
        this.auditing = auditing;
    }

    /** @return the ticket number; @throws Refused by a {@link BookingRefusal}, or by what refuses the enrolment */
    @Transactional
    public String book(UUID application, UUID session, String actor) {
        placing.lock(session);
        return bookLocked(application, session, actor);
    }

    /** Several people at once: all who may are booked together. @return by application, in their order, why not; empty for who is booked */
    @Transactional
    public Map<UUID, Optional<Refused>> bookAll(List<UUID> applications, UUID session, String actor) {
        placing.lock(session);
        Map<UUID, Optional<Refused>> answers = new LinkedHashMap<>();
        for (UUID application : new ArrayList<>(applications)) {
            try {
                bookLocked(application, session, actor);
                answers.put(application, Optional.empty());
            } catch (Refused refused) {
                answers.put(application, Optional.of(refused));
            }
        }
        return answers;
    }

    private String bookLocked(UUID application, UUID session, String actor) {
        Seeker seeker = placing.seeker(application);
        if (!seeker.isSeated() && !placing.limit(seeker).mayBook(seeker.changes())) {
            throw new Refused(BookingRefusal.NO_MOVES_LEFT);
        }
        String ticket = placing.place(application, session, Placing.Way.BOOKED, true, actor);
        auditing.note("booked", "application", application, "session " + session);
        return ticket;
    }

    /** The place in the old session is free for the next one. @return the new ticket number; the old one is good for nothing any more */
    @Transactional
    public String move(UUID application, UUID to, String actor) {
        Seeker asked = placing.seeker(application);
        if (!asked.isSeated()) {
            throw new Refused(BookingRefusal.NOT_BOOKED);
        }
        if (asked.session().equals(to)) {
            throw new Refused(BookingRefusal.SAME_SESSION);
        }
        placing.lock(asked.session(), to);
        Seeker seeker = changeable(application, asked.session());
        if (!placing.limit(seeker).mayMove(seeker.changes())) {
            throw new Refused(BookingRefusal.NO_MOVES_LEFT);
        }
        placing.release(seeker, "MOVED_AWAY", actor);
        String ticket = placing.place(application, to, Placing.Way.MOVED_HERE, true, actor);
        auditing.note("moved", "application", application, "from session " + asked.session() + " to " + to);
        handingOut.handOut(asked.session());
        return ticket;
    }

    @Transactional
    public void cancel(UUID application, String actor) {
        Seeker asked = placing.seeker(application);
        if (!asked.isSeated()) {
            throw new Refused(BookingRefusal.NOT_BOOKED);
        }
        placing.lock(asked.session());
        placing.release(changeable(application, asked.session()), "CANCELLED", actor);
        auditing.note("gave back", "application", application, "session " + asked.session());
        handingOut.handOut(asked.session());
    }

    /** As it is now that the session is locked. */
    private Seeker changeable(UUID application, UUID session) {
        Seeker seeker = placing.seeker(application);
        if (!session.equals(seeker.session())) {
            throw new Refused(BookingRefusal.BUSY);
        }
        if (!placing.isOpen(seeker, session)) {
            throw new Refused(BookingRefusal.CLOSED);
        }
        return seeker;
    }
}
