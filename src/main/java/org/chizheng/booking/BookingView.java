package org.chizheng.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An accepted application, its place (null without one) and the sessions that can be chosen, the nearest first. */
public record BookingView(
        UUID application, String number, String qualification, Place place, int movesLeft, List<Choice> sessions) {
    public BookingView {
        sessions = List.copyOf(sessions);
    }

    /** closes: from then on it stays as it is. */
    public record Place(UUID session, String centre, String room, Instant startsAt, Instant closes, String ticket) {}

    public record Choice(
            UUID session,
            String centre,
            String county,
            Instant startsAt,
            int free,
            int waiting,
            boolean barred,
            boolean waits) {}

    /** What a booking or a move brought. */
    public record Booked(String ticket) {}

    static BookingView of(OwnBooking own) {
        Seeker seeker = own.seeker();
        OpenSession at = own.place();
        Place place = at == null
                ? null
                : new Place(at.id(), at.centreZh(), at.room(), at.startsAt(), own.closes(), seeker.ticket());
        return new BookingView(
                seeker.application(),
                seeker.number(),
                seeker.qualification(),
                place,
                own.movesLeft(),
                own.choices().stream()
                        .map(choice -> new Choice(
                                choice.session().id(),
                                choice.session().centreZh(),
                                choice.countyZh(),
                                choice.session().startsAt(),
                                choice.session().free(),
                                choice.session().waiting(),
                                choice.barred(),
                                choice.waits()))
                        .toList());
    }
}
