package org.chizheng.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/** What candidates and enterprises may do with their own applications, as page and program ask it; another's is answered as if it did not exist. A session that is full is said to be so before its lock is asked for. */
@ApplicationScoped
public class BookingDesk {
    private final Bookings bookings;
    private final Booking booking;
    private final Queueing queueing;
    private final Turnstile turnstile;

    public BookingDesk(Bookings bookings, Booking booking, Queueing queueing, Turnstile turnstile) {
        this.bookings = bookings;
        this.booking = booking;
        this.queueing = queueing;
        this.turnstile = turnstile;
    }

    /** @return the ticket number */
    String book(UUID person, UUID application, UUID session, String actor) {
        return turnstile.pass(session, () -> {
            mustBeOwn(person, application);
            mustHaveRoom(session);
            return booking.book(application, session, actor);
        });
    }

    /** @return the new ticket number */
    String move(UUID person, UUID application, UUID session, String actor) {
        return turnstile.pass(session, () -> {
            mustBeOwn(person, application);
            mustHaveRoom(session);
            return booking.move(application, session, actor);
        });
    }

    void cancel(UUID person, UUID application, String actor) {
        mustBeOwn(person, application);
        booking.cancel(application, actor);
    }

    void join(UUID person, UUID application, UUID session) {
        mustBeOwn(person, application);
        queueing.join(application, session);
    }

    void leave(UUID person, UUID application, UUID session) {
        mustBeOwn(person, application);
        queueing.leave(application, session);
    }

    /** @return by application why not, empty for who is booked */
    Map<UUID, Optional<Refused>> bookAll(List<UUID> enterprises, List<UUID> applications, UUID session, String actor) {
        boolean own = applications.stream()
                .map(bookings::find)
                .allMatch(found -> found.map(Seeker::enterprise)
                        .filter(enterprises::contains)
                        .isPresent());
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return turnstile.pass(session, () -> booking.bookAll(applications, session, actor));
    }

    private void mustBeOwn(UUID person, UUID application) {
        boolean own = bookings.find(application)
                .filter(seeker -> seeker.person().equals(person))
                .isPresent();
        if (!own) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    private void mustHaveRoom(UUID session) {
        if (bookings.session(session)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))
                .isFull()) {
            throw new Refused(BookingRefusal.FULL);
        }
    }
}
