package org.chizheng.booking.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.chizheng.booking.rule.SessionPlan.Demand;
import org.chizheng.booking.rule.SessionPlan.Open;
import org.chizheng.booking.rule.SessionPlan.Plan;
import org.chizheng.booking.rule.SessionPlan.Proposed;
import org.chizheng.booking.rule.SessionPlan.Room;
import org.chizheng.booking.rule.SessionPlan.Share;
import org.junit.jupiter.api.Test;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SessionPlanTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 12, 10, 9, 0);
    private static final LocalDateTime AFTERNOON = LocalDateTime.of(2026, 12, 10, 14, 0);
    private static final List<String> REGIONS = List.of("320102", "320104", "320302", "3201", "320581");

    private static Room room(int id, String region, int seats, LocalDateTime... starts) {
        return new Room(new UUID(0, id), region, seats, List.of(starts));
    }

    @Test
    void theNearestRoomGoesBeforeASoonerOneFarAway() {
        Plan plan = SessionPlan.propose(
                List.of(new Demand("q", "320102", 10)),
                List.of(room(1, "320302", 10, MORNING), room(2, "320102", 10, AFTERNOON)));
        assertThat(plan.sessions()).extracting(Proposed::room).containsExactly(new UUID(0, 2));
        assertThat(plan.left()).isEmpty();
    }

    @Test
    void theRoomThatFitsIsTaken() {
        Plan plan = SessionPlan.propose(
                List.of(new Demand("q", "320102", 20)),
                List.of(
                        room(1, "320102", 50, MORNING),
                        room(2, "320102", 24, MORNING),
                        room(3, "320102", 10, MORNING)));
        assertThat(plan.sessions()).extracting(Proposed::room).containsExactly(new UUID(0, 2));
    }

    @Test
    void seatsLeftOverGoToTheNeighbourCounty() {
        Plan plan = SessionPlan.propose(
                List.of(new Demand("q", "320104", 3), new Demand("q", "320102", 7), new Demand("r", "320102", 1)),
                List.of(room(1, "320102", 10, MORNING, AFTERNOON)));
        assertThat(plan.sessions().get(0).shares()).containsExactly(new Share("320102", 7), new Share("320104", 3));
        assertThat(plan.sessions()).hasSize(2);
    }

    @Test
    void freeSeatsOfPlannedSessionsAreTakenByTheNearestFirst() {
        assertThat(SessionPlan.remaining(
                        List.of(new Demand("q", "320302", 5), new Demand("q", "320102", 5)),
                        List.of(new Open("q", "320102", 7), new Open("r", "320302", 9))))
                .containsExactly(new Demand("q", "320302", 3));
    }

    @Property(tries = 300)
    void aPlanHolds(@ForAll("demands") List<Demand> demands, @ForAll("rooms") List<Room> rooms) {
        Plan plan = SessionPlan.propose(demands, rooms);
        assertThat(plan.sessions()).allMatch(s -> s.candidates() >= 1 && s.candidates() <= s.seats());
        assertThat(plan.sessions())
                .extracting(s -> s.room() + " " + s.start())
                .as("no room twice at a time")
                .doesNotHaveDuplicates();
        assertThat(plan.sessions())
                .allMatch(s -> rooms.stream()
                        .anyMatch(r -> r.id().equals(s.room())
                                && r.seats() == s.seats()
                                && r.starts().contains(s.start())));
        int places = rooms.stream()
                .filter(room -> room.seats() > 0)
                .mapToInt(room -> room.starts().size())
                .sum();
        if (plan.sessions().size() < places) {
            assertThat(plan.left()).as("nobody is left while a room is free").isEmpty();
        }
        assertThat(sum(plan.left())
                        + plan.sessions().stream()
                                .mapToInt(Proposed::candidates)
                                .sum())
                .as("nobody is lost or made up")
                .isEqualTo(sum(demands));
    }

    @Property(tries = 100)
    void theOrderInWhichThingsAreToldDoesNotMatter(
            @ForAll("demands") List<Demand> demands, @ForAll("rooms") List<Room> rooms, @ForAll long seed) {
        List<Demand> otherDemands = new ArrayList<>(demands);
        List<Room> otherRooms = new ArrayList<>(rooms);
        Collections.shuffle(otherDemands, new Random(seed));
        Collections.shuffle(otherRooms, new Random(seed));
        assertThat(SessionPlan.propose(otherDemands, otherRooms)).isEqualTo(SessionPlan.propose(demands, rooms));
    }

    @Property(tries = 200)
    void freeSeatsAreNeverTakenTwice(@ForAll("demands") List<Demand> demands, @ForAll("open") List<Open> open) {
        List<Demand> left = SessionPlan.remaining(demands, open);
        for (String qualification : List.of("q", "r")) {
            int before = sum(of(demands, qualification));
            int seats = open.stream()
                    .filter(o -> o.qualification().equals(qualification))
                    .mapToInt(Open::free)
                    .sum();
            assertThat(sum(of(left, qualification))).isEqualTo(Math.max(0, before - seats));
        }
    }

    private static List<Demand> of(List<Demand> demands, String qualification) {
        return demands.stream()
                .filter(d -> d.qualification().equals(qualification))
                .toList();
    }

    private static int sum(List<Demand> demands) {
        return demands.stream().mapToInt(Demand::candidates).sum();
    }

    @Provide
    Arbitrary<List<Demand>> demands() {
        return Combinators.combine(
                        Arbitraries.of("q", "r"),
                        Arbitraries.of(REGIONS),
                        Arbitraries.integers().between(0, 70))
                .as(Demand::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Open>> open() {
        return Combinators.combine(
                        Arbitraries.of("q", "r"),
                        Arbitraries.of(REGIONS),
                        Arbitraries.integers().between(0, 40))
                .as(Open::new)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Room>> rooms() {
        Arbitrary<List<Room>> drawn = Combinators.combine(
                        Arbitraries.of(REGIONS),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.subsetOf(MORNING, AFTERNOON, MORNING.plusDays(1)))
                .as((region, seats, starts) -> new Room(new UUID(0, 0), region, seats, List.copyOf(starts)))
                .list()
                .ofMaxSize(6);
        return drawn.map(rooms -> IntStream.range(0, rooms.size())
                .mapToObj(i -> new Room(
                        new UUID(0, i),
                        rooms.get(i).region(),
                        rooms.get(i).seats(),
                        rooms.get(i).starts()))
                .toList());
    }
}
