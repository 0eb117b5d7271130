package org.chizheng.statistics.figures.rule;

import java.util.Arrays;

/** By how much the counts of a cell change from one day to the next. The days between the first and the last that change stand in arrays: millions of changes take little room. */
public final class DayCurve {
    private static final int KINDS = 3;
    private static final int ROOM = 64;
    private int first;
    private int[] changes = {};

    /** Told the changes of one day. */
    @FunctionalInterface
    public interface Days<X extends Exception> {
        void change(int day, int required, int covered, int grace) throws X;
    }

    /** From the first day of the stretch on it counts, and no longer from the first day after it. @param times 1 to count it, -1 to count it no more */
    public void add(Stretch stretch, int times) {
        add(stretch.days().from(), stretch.cover(), times);
        if (stretch.days().until() != Span.FOREVER) {
            add(stretch.days().until(), stretch.cover(), -times);
        }
    }

    private void add(int day, Cover cover, int times) {
        int place = place(day);
        changes[place] += times;
        if (cover == Cover.HELD) {
            changes[place + 1] += times;
        } else if (cover == Cover.GRACE) {
            changes[place + 2] += times;
        }
    }

    public void add(DayCurve more) {
        more.each((day, required, covered, grace) -> {
            int place = place(day);
            changes[place] += required;
            changes[place + 1] += covered;
            changes[place + 2] += grace;
        });
    }

    /** In order, those on which nothing changes left out. */
    public <X extends Exception> void each(Days<X> days) throws X {
        for (int place = 0; place < changes.length; place += KINDS) {
            if (changes[place] != 0 || changes[place + 1] != 0 || changes[place + 2] != 0) {
                days.change(first + place / KINDS, changes[place], changes[place + 1], changes[place + 2]);
            }
        }
    }

    private int place(int day) {
        int length = changes.length / KINDS;
        if (length == 0) {
            first = day;
            changes = new int[ROOM * KINDS];
        } else if (day < first) {
            int more = Math.max(first - day, length / 2);
            int[] wider = new int[(length + more) * KINDS];
            System.arraycopy(changes, 0, wider, more * KINDS, changes.length);
            changes = wider;
            first -= more;
        } else if (day >= first + length) {
            changes = Arrays.copyOf(changes, Math.max(day - first + 1, length + length / 2) * KINDS);
        }
        return (day - first) * KINDS;
    }
}
