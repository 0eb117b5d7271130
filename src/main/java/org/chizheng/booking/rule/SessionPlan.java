package org.chizheng.booking.rule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which sessions to plan 排考. The largest group without places comes first; it gets the nearest room that is free, the soonest, the one that fits best; what seats are left over go to
 * others who are examined in the same. The same groups, rooms and days give the same sessions, in whatever order they are told.
 */
public final class SessionPlan {
    private static final int CITY = 4;
    private static final Comparator<Demand> LARGEST = Comparator.comparingInt(Demand::candidates)
            .reversed()
            .thenComparing(Demand::qualification)
            .thenComparing(Demand::region);

    private SessionPlan() {}

    /** Candidates without a place, at least 0, of one region. */
    public record Demand(String qualification, String region, int candidates) {
        private Demand less(int placed) {
            return new Demand(qualification, region, candidates - placed);
        }
    }

    /** Free seats of sessions that are planned already. */
    public record Open(String qualification, String region, int free) {}

    /** A room with the times at which it can be used; times of one room do not overlap. */
    public record Room(UUID id, String region, int seats, List<LocalDateTime> starts) {
        public Room {
            starts = List.copyOf(starts);
        }
    }

    /** Candidates of one region in a session. */
    public record Share(String region, int candidates) {}

    /** A session to be planned. */
    public record Proposed(UUID room, LocalDateTime start, String qualification, int seats, List<Share> shares) {
        public Proposed {
            shares = List.copyOf(shares);
        }

        public int candidates() {
            return shares.stream().mapToInt(Share::candidates).sum();
        }
    }

    /** What is proposed, by time and room, and who is left without a place. */
    public record Plan(List<Proposed> sessions, List<Demand> left) {
        public Plan {
            sessions = List.copyOf(sessions);
            left = List.copyOf(left);
        }
    }

    /** Who still needs a place when the free seats of planned sessions are taken by those who are nearest. */
    public static List<Demand> remaining(List<Demand> demands, List<Open> open) {
        List<Demand> left = new ArrayList<>(sorted(demands));
        List<Open> seats = new ArrayList<>(open);
        seats.sort(Comparator.comparing(Open::qualification)
                .thenComparing(Open::region)
                .thenComparing(Open::free));
        for (int far = 0; far <= 2; far++) {
            for (int s = 0; s < seats.size(); s++) {
                for (int d = 0; d < left.size(); d++) {
                    Open some = seats.get(s);
                    Demand demand = left.get(d);
                    if (some.qualification().equals(demand.qualification())
                            && distance(some.region(), demand.region()) == far) {
                        int placed = Math.min(some.free(), demand.candidates());
                        left.set(d, demand.less(placed));
                        seats.set(s, new Open(some.qualification(), some.region(), some.free() - placed));
                    }
                }
            }
        }
        return left.stream().filter(demand -> demand.candidates() > 0).toList();
    }

    public static Plan propose(List<Demand> demands, List<Room> rooms) {
        List<Demand> left = new ArrayList<>(sorted(demands));
        TreeSet<Use> free = new TreeSet<>();
        rooms.stream()
                .filter(room -> room.seats() > 0)
                .forEach(room -> room.starts().stream().forEach(start -> free.add(new Use(start, room))));
        List<Proposed> sessions = new ArrayList<>();
        while (!left.isEmpty() && !free.isEmpty()) {
            Demand first = left.get(0);
            Use use = best(first, free).orElseThrow();
            free.remove(use);
            sessions.add(fill(first, use, left));
        }
        sessions.sort(Comparator.comparing(Proposed::start).thenComparing(Proposed::room));
        return new Plan(sessions, left);
    }

    /** A room at a time; rooms differ by their id. */
    private record Use(LocalDateTime start, Room room) implements Comparable<Use> {
        @Override
        public int compareTo(Use other) {
            int byTime = start.compareTo(other.start);
            return byTime != 0 ? byTime : room.id().compareTo(other.room.id());
        }
    }

    private static Optional<Use> best(Demand demand, TreeSet<Use> free) {
        Comparator<Use> order = Comparator.comparingInt(
                        (Use use) -> distance(use.room().region(), demand.region()))
                .thenComparing(Use::start)
                .thenComparingInt(use -> misfit(use.room().seats(), demand.candidates()))
                .thenComparing(Comparator.naturalOrder());
        return free.stream().min(order);
    }

    /** Seats left over, or, worse than any of that, seats short. */
    private static int misfit(int seats, int candidates) {
        return seats >= candidates ? seats - candidates : Integer.MAX_VALUE / 2 + candidates - seats;
    }

    /** Fills the session with the group it is made for, then with others, the nearest to the room first. */
    private static Proposed fill(Demand first, Use use, List<Demand> left) {
        List<Share> shares = new ArrayList<>();
        int seats = use.room().seats();
        List<Demand> others = left.stream()
                .filter(demand -> demand.qualification().equals(first.qualification()) && !demand.equals(first))
                .sorted(Comparator.comparingInt(
                                (Demand demand) -> distance(use.room().region(), demand.region()))
                        .thenComparing(LARGEST))
                .toList();
        List<Demand> groups = new ArrayList<>(List.of(first));
        groups.addAll(others);
        for (Demand demand : groups) {
            int placed = Math.min(seats, demand.candidates());
            if (placed > 0) {
                seats -= placed;
                shares.add(new Share(demand.region(), placed));
                left.set(left.indexOf(demand), demand.less(placed));
            }
        }
        left.removeIf(demand -> demand.candidates() == 0);
        left.sort(LARGEST);
        return new Proposed(
                use.room().id(), use.start(), first.qualification(), use.room().seats(), shares);
    }

    /** The largest first; what is told of the same group twice is added up. */
    private static List<Demand> sorted(List<Demand> demands) {
        Map<List<String>, Integer> groups = demands.stream()
                .collect(Collectors.groupingBy(
                        demand -> List.of(demand.qualification(), demand.region()),
                        Collectors.summingInt(Demand::candidates)));
        return groups.entrySet().stream()
                .filter(group -> group.getValue() > 0)
                .map(group -> new Demand(group.getKey().get(0), group.getKey().get(1), group.getValue()))
                .sorted(LARGEST)
                .toList();
    }

    /** 0 in the same county, 1 in the same city, 2 beyond; by codes of GB/T 2260, an authority above the county counts as near all that is below it. */
    static int distance(String one, String other) {
        if (one.startsWith(other) || other.startsWith(one)) {
            return 0;
        }
        return one.substring(0, Math.min(CITY, one.length())).equals(other.substring(0, Math.min(CITY, other.length())))
                ? 1
                : 2;
    }
}
