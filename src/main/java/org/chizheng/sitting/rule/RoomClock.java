package org.chizheng.sitting.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock of a room, as it meets those who have not begun. The time for which the whole room stood still is a credit: it moves the room's bounds (rulings 7), so that
 * whoever was kept from beginning may still begin and has the full time. The late window of the entrance is another matter and stays.
 *
 * @param startedAt the invigilator's act, null before it
 * @param stood how long the room stood still since, in pauses that are over
 * @param paused whether it stands still now
 */
public record RoomClock(Instant startedAt, Duration minutes, Duration lateWindow, Duration stood, boolean paused) {
    /** Why nobody can begin. */
    public enum Bar {
        NOT_STARTED,
        ROOM_PAUSED,
        TOO_LATE
    }

    /** Empty if somebody who was let in may begin at that instant: up to and including the end of the window. */
    public Optional<Bar> bar(Instant at) {
        if (startedAt == null) {
            return Optional.of(Bar.NOT_STARTED);
        }
        if (paused) {
            return Optional.of(Bar.ROOM_PAUSED);
        }
        return at.isAfter(startedAt.plus(stood).plus(lateWindow)) ? Optional.of(Bar.TOO_LATE) : Optional.empty();
    }

    /** The end of a sitting that begins at that instant in a room that has started. @param extra accommodation */
    public Instant deadline(Instant at, Duration extra) {
        return SittingClock.deadline(at, startedAt.plus(stood), minutes, lateWindow, extra);
    }
}
