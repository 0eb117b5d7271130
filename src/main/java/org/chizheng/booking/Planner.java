package org.chizheng.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.SessionPlan;
import org.chizheng.booking.rule.SessionPlan.Demand;
import org.chizheng.booking.rule.SessionPlan.Open;
import org.chizheng.booking.rule.SessionPlan.Plan;
import org.chizheng.booking.rule.SessionPlan.Room;
import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.centre.OpeningHours;
import org.chizheng.centre.RoomView;
import org.chizheng.centre.rule.OpeningCalendar;
import org.chizheng.common.OfficialClock;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.regulation.rule.WorkingCalendar;

/** Gathers demand, seats, rooms and working days of a part of the country, and asks the rule what to plan. */
@ApplicationScoped
public class Planner {
    private final Demands demands;
    private final Centres centres;
    private final OpeningHours hours;
    private final WorkingDays workingDays;
    private final Policies policies;
    private final OfficialClock clock;

    public Planner(
            Demands demands,
            Centres centres,
            OpeningHours hours,
            WorkingDays workingDays,
            Policies policies,
            OfficialClock clock) {
        this.demands = demands;
        this.centres = centres;
        this.hours = hours;
        this.workingDays = workingDays;
        this.policies = policies;
        this.clock = clock;
    }

    /** What is to be planned for: the centres whose rooms may be used, and the regions whose candidates are looked at. */
    public record Reach(List<CentreView> centres, Predicate<String> regions) {}

    /** noPapers: demand that no paper can be drawn for yet. */
    public record Proposal(List<Demand> demands, List<Open> open, Plan plan, List<Demand> noPapers) {}

    public Proposal propose(PlanForm form, Reach reach) {
        List<Demand> waiting = demands.withoutPlace().stream()
                .filter(demand -> reach.regions().test(demand.region()))
                .toList();
        List<Open> open = demands.free(clock.now()).stream()
                .filter(seats -> reach.regions().test(seats.region()))
                .toList();
        Set<String> examinable = demands.examinable();
        List<Demand> remaining = SessionPlan.remaining(waiting, open);
        List<Demand> plannable = remaining.stream()
                .filter(demand -> examinable.contains(demand.qualification()))
                .toList();
        List<Demand> noPapers = remaining.stream()
                .filter(demand -> !examinable.contains(demand.qualification()))
                .toList();
        return new Proposal(
                waiting, open, SessionPlan.propose(plannable, rooms(form, reach, longest(plannable, form))), noPapers);
    }

    /** How long a room is taken by the longest examination of these, latecomers counted. */
    private Duration longest(List<Demand> plannable, PlanForm form) {
        return plannable.stream()
                .map(Demand::qualification)
                .distinct()
                .map(qualification -> length(qualification, form.from()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Duration length(String qualification, LocalDate day) {
        PolicyTerms policy = policies.inForce(qualification, day);
        return Duration.ofMinutes((long) policy.theoryMinutes() + policy.number(PolicyTerm.LATE_WINDOW_MINUTES));
    }

    private List<Room> rooms(PlanForm form, Reach reach, Duration length) {
        List<LocalDateTime> starts = starts(form, length);
        if (starts.isEmpty()) {
            return List.of();
        }
        List<Place> places = reach.centres().stream()
                .flatMap(centre -> places(centre, starts, length))
                .toList();
        List<Demands.Taken> taken = demands.taken(
                places.stream().map(place -> place.room().id()).toList(),
                instant(starts.get(0)),
                instant(starts.get(starts.size() - 1)).plus(length));
        return places.stream()
                .map(place -> new Room(
                        place.room().id(),
                        place.region(),
                        place.room().places(),
                        place.open().stream()
                                .filter(start -> isFree(place.room().id(), instant(start), length, taken))
                                .toList()))
                .toList();
    }

    /** A room in service, with the starts at which its centre is open until all are done. */
    private record Place(RoomView room, String region, List<LocalDateTime> open) {}

    private Stream<Place> places(CentreView centre, List<LocalDateTime> starts, Duration length) {
        OpeningCalendar calendar = hours.calendar(centre.id());
        List<LocalDateTime> open = starts.stream()
                .filter(start -> calendar.objection(start, start.plus(length)).isEmpty())
                .toList();
        return centres.rooms(centre.id()).stream()
                .filter(room -> room.out() == null)
                .map(room -> new Place(room, centre.region(), open));
    }

    static boolean isFree(UUID room, Instant start, Duration length, List<Demands.Taken> taken) {
        return taken.stream().noneMatch(use -> use.overlaps(room, start, start.plus(length)));
    }

    /** On working days only; a time that lies within the examination before it is left out. */
    private List<LocalDateTime> starts(PlanForm form, Duration length) {
        WorkingCalendar calendar = workingDays.calendar();
        List<LocalDateTime> all = form.from()
                .datesUntil(form.from().plusYears(1))
                .filter(calendar::isWorkingDay)
                .limit(form.days())
                .flatMap(day -> form.times().stream().map(day::atTime))
                .toList();
        List<LocalDateTime> apart = new ArrayList<>();
        for (LocalDateTime start : all) {
            if (apart.isEmpty() || !start.isBefore(apart.get(apart.size() - 1).plus(length))) {
                apart.add(start);
            }
        }
        return apart;
    }

    static Instant instant(LocalDateTime start) {
        return start.atZone(OfficialClock.ZONE).toInstant();
    }
}
