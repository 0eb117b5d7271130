package org.chizheng.practical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.BookingLimit;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;

/** What a candidate can do about practicals: the place that is taken, the times that are free. */
@ApplicationScoped
class OwnPracticals {
    private final Practicals practicals;
    private final Library library;
    private final Eligibility eligibility;
    private final Reserving reserving;
    private final Policies policies;
    private final OfficialClock clock;

    OwnPracticals(
            Practicals practicals,
            Library library,
            Eligibility eligibility,
            Reserving reserving,
            Policies policies,
            OfficialClock clock) {
        this.practicals = practicals;
        this.library = library;
        this.eligibility = eligibility;
        this.reserving = reserving;
        this.policies = policies;
        this.clock = clock;
    }

    /** A day with the times that can be chosen, at least one. */
    public record Choice(PracticalView day, List<Instant> free) {}

    /**
     * One qualification whose theory was passed.
     *
     * @param until last day of the theory's pass
     * @param place taken, or null
     * @param day of the place, or null
     * @param closes from when on the place stays as it is, or null
     * @param movesLeft how often the place may still be changed
     * @param objection why no practical can be taken, or null
     */
    public record Own(
            String qualification,
            LocalDate until,
            CandidateView place,
            PracticalView day,
            Instant closes,
            int movesLeft,
            boolean changeable,
            boolean bookable,
            Refused objection,
            List<Choice> choices) {}

    /** Qualifications with a practical whose theory the person has passed and may still use. */
    List<Own> of(UUID person) {
        return library.qualifications().stream()
                .map(qualification -> of(person, qualification))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Own> of(UUID person, String qualification) {
        PolicyTerms policy = policies.inForce(qualification, clock.today());
        return eligibility
                .theory(person, qualification, policy, clock.today())
                .map(passed -> of(person, qualification, policy, passed));
    }

    private Own of(UUID person, String qualification, PolicyTerms policy, LocalDate passed) {
        Instant now = clock.now();
        BookingLimit limit = reserving.limit(policy.id());
        int changes = practicals.withdrawn(person, qualification, passed);
        CandidateView place = practicals.placeOf(person, qualification, now).orElse(null);
        PracticalView day = place == null ? null : practicals.get(place.sessionId());
        Refused objection = eligibility
                .objection(person, qualification, policy, clock.today())
                .orElse(null);
        boolean changeable = place != null && place.state().equals("ADMITTED") && limit.isOpen(day.startsAt(), now);
        boolean bookable = place == null && objection == null && limit.mayBook(changes);
        boolean choosing = bookable || changeable && limit.mayMove(changes);
        return new Own(
                qualification,
                passed.plusMonths(policy.number(org.chizheng.regulation.rule.PolicyTerm.THEORY_VALID_MONTHS)),
                place,
                day,
                day == null ? null : limit.closes(day.startsAt()),
                limit.movesLeft(changes),
                changeable,
                bookable,
                place == null ? objection : null,
                choosing ? choices(qualification, now.plus(Duration.ofHours(limit.closesHours()))) : List.of());
    }

    private List<Choice> choices(String qualification, Instant after) {
        List<PracticalView> days = practicals.after(qualification, after);
        Map<UUID, List<Instant>> free = practicals.free(days);
        return days.stream()
                .map(day -> new Choice(day, free.get(day.id())))
                .filter(choice -> !choice.free().isEmpty())
                .toList();
    }
}
