package org.chizheng.statistics.figures.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import org.chizheng.goal.rule.Standing;

/** How an enterprise stands on a day, from the stretches of its people that hold on it and those that follow on them. */
public final class EnterpriseDay {
    private final int today;
    private final int reach;
    private final Set<String> managers;

    /**
     * @param today the day, counted from 1970-01-01
     * @param reach last day of what is called expiring
     * @param managers qualifications of safety managers
     */
    public EnterpriseDay(int today, int reach, Set<String> managers) {
        this.today = today;
        this.reach = reach;
        this.managers = managers;
    }

    /**
     * @param people each with the stretches at this enterprise, of the day and of those up to the day after the reach
     * @param appointed first day of each appointment
     */
    public Standing of(boolean highRisk, Collection<List<Stretch>> people, Map<UUID, LocalDate> appointed) {
        long onPost = people.stream()
                .filter(own -> own.stream().anyMatch(this::isOfToday))
                .count();
        List<Stretch> all = people.stream()
                .flatMap(own -> own.stream().filter(this::isOfToday))
                .toList();
        List<Stretch> missing =
                all.stream().filter(one -> one.cover() == Cover.OPEN).toList();
        List<Integer> lastDays = new ArrayList<>();
        people.forEach(own -> own.stream()
                .filter(one -> isOfToday(one) && one.cover() == Cover.HELD)
                .forEach(one -> lastDay(one, own).ifPresent(lastDays::add)));
        return new Standing(
                highRisk,
                onPost,
                all.stream()
                        .filter(one -> one.cover() != Cover.OPEN
                                && managers.contains(one.cell().qualification()))
                        .count(),
                missing.size(),
                missing.stream()
                        .map(one -> appointed.get(one.appointment()))
                        .min(LocalDate::compareTo)
                        .orElse(null),
                lastDays.size(),
                lastDays.stream()
                        .min(Integer::compareTo)
                        .map(LocalDate::ofEpochDay)
                        .orElse(null));
    }

    private boolean isOfToday(Stretch one) {
        return one.days().holds(today);
    }

    /** The last day on which it is covered, where that lies within reach and more is required after it: whoever leaves then, or holds the next certificate already, lacks nothing. */
    private OptionalInt lastDay(Stretch held, List<Stretch> own) {
        Stretch last = held;
        while (last.days().until() <= reach + 1) {
            Stretch next = following(last, own);
            if (next == null) {
                return OptionalInt.empty();
            }
            if (next.cover() != Cover.HELD) {
                return OptionalInt.of(last.days().until() - 1);
            }
            last = next;
        }
        return OptionalInt.empty();
    }

    private static Stretch following(Stretch one, List<Stretch> own) {
        return own.stream()
                .filter(next -> next.days().from() == one.days().until()
                        && next.appointment().equals(one.appointment())
                        && next.cell().qualification().equals(one.cell().qualification()))
                .findFirst()
                .orElse(null);
    }
}
