package org.chizheng.statistics.figures.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.chizheng.goal.rule.Standing;

/** How an enterprise stands on a day, from the stretches of its people that hold on it, those that led to them and those that follow on them. */
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

    /** @param people each with the stretches at this enterprise, of all days up to the one after the reach */
    public Standing of(boolean highRisk, Collection<List<Stretch>> people) {
        long onPost = people.stream()
                .filter(own -> own.stream().anyMatch(this::isOfToday))
                .count();
        long inCharge = 0;
        List<Integer> firstDays = new ArrayList<>();
        List<Integer> lastDays = new ArrayList<>();
        for (List<Stretch> own : people) {
            for (Stretch one : own.stream().filter(this::isOfToday).toList()) {
                if (one.cover() == Cover.OPEN) {
                    firstDays.add(firstDay(one, own));
                } else if (managers.contains(one.cell().qualification())) {
                    inCharge++;
                }
                if (one.cover() == Cover.HELD) {
                    lastDay(one, own).ifPresent(lastDays::add);
                }
            }
        }
        return new Standing(
                highRisk, onPost, inCharge, firstDays.size(), first(firstDays), lastDays.size(), first(lastDays));
    }

    private static LocalDate first(List<Integer> days) {
        return days.stream().min(Integer::compareTo).map(LocalDate::ofEpochDay).orElse(null);
    }

    private boolean isOfToday(Stretch one) {
        return one.days().holds(today);
    }

    /** The first day since when it is not covered. */
    private static int firstDay(Stretch open, List<Stretch> own) {
        Stretch first = open;
        for (Stretch before = before(first, own); before != null; before = before(first, own)) {
            first = before;
        }
        return first.days().from();
    }

    private static Stretch before(Stretch one, List<Stretch> own) {
        return own.stream()
                .filter(before -> before.cover() == Cover.OPEN && isFollowedBy(before, one))
                .findFirst()
                .orElse(null);
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
        return own.stream().filter(next -> isFollowedBy(one, next)).findFirst().orElse(null);
    }

    private static boolean isFollowedBy(Stretch one, Stretch next) {
        return next.days().from() == one.days().until()
                && next.appointment().equals(one.appointment())
                && next.cell().qualification().equals(one.cell().qualification());
    }
}
