package org.chizheng.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.BookingLimit;
import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** What a candidate has booked and can book. */
@ApplicationScoped
public class OwnBookings {
    private final Bookings bookings;
    private final Placing placing;
    private final Guarding guarding;
    private final Regions regions;
    private final OfficialClock clock;

    public OwnBookings(Bookings bookings, Placing placing, Guarding guarding, Regions regions, OfficialClock clock) {
        this.bookings = bookings;
        this.placing = placing;
        this.guarding = guarding;
        this.regions = regions;
        this.clock = clock;
    }

    public List<OwnBooking> of(UUID person) {
        return bookings.ofPerson(person).stream().map(this::of).toList();
    }

    private OwnBooking of(Seeker seeker) {
        BookingLimit limit = placing.limit(seeker);
        OpenSession place =
                seeker.isSeated() ? bookings.session(seeker.session()).orElseThrow() : null;
        boolean changeable = place != null && placing.isOpen(seeker, place.id());
        boolean mayChoose =
                place == null ? limit.mayBook(seeker.changes()) : changeable && limit.mayMove(seeker.changes());
        return new OwnBooking(
                seeker,
                place,
                changeable,
                place == null ? null : limit.closes(place.startsAt()),
                limit.movesLeft(seeker.changes()),
                limit.mayBook(seeker.changes()),
                mayChoose ? choices(seeker, limit) : List.of());
    }

    private List<OwnBooking.Choice> choices(Seeker seeker, BookingLimit limit) {
        Instant after = clock.now().plus(Duration.ofHours(limit.closesHours()));
        List<OpenSession> near = bookings.near(seeker.qualification(), seeker.region(), after).stream()
                .filter(session -> !session.id().equals(seeker.session()))
                .toList();
        Set<UUID> barred = guarding.barred(seeker.person(), near);
        List<UUID> waits = bookings.waitsFor(seeker.application());
        return near.stream()
                .map(session -> {
                    RegionView county = regions.find(session.region()).orElseThrow();
                    return new OwnBooking.Choice(
                            session,
                            county.zh(),
                            county.en(),
                            barred.contains(session.id()),
                            waits.contains(session.id()));
                })
                .toList();
    }
}
