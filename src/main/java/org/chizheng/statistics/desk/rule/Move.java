package org.chizheng.statistics.desk.rule;

import java.util.ArrayList;
import java.util.List;

/** What happened between two moments to one requirement of one person on post. */
public record Move(String region, Cause cause, int covered, int required) {
    /** Why; the order is that in which they are told. */
    public enum Cause {
        /** The certificate ran out. */
        LAPSED,
        /** It was suspended, revoked, withdrawn or cancelled. */
        STOPPED,
        /** Came on post without one, in the months of grace or not; or the post came to require one. */
        HIRED,
        /** The months of grace are over; the rate had counted it as not covered before. */
        GRACE_ENDED,
        /** Covered no more for another reason: off the post too long, a correction. */
        LOST,
        /** Got a certificate, or it was restored. */
        COVERED,
        /** Came on post with one. */
        HIRED_COVERED,
        /** Left the post, or the post requires it no more, with a certificate. */
        LEFT_COVERED,
        /** The same without one. */
        LEFT_OPEN,
        /** The enterprise moved here from another county, or away. */
        MOVED
    }

    /** How it stands. */
    public enum Stand {
        OPEN,
        GRACE,
        HELD
    }

    /**
     * How it stood at one of the moments.
     *
     * @param lapsed of one that is held: its certificate's last day is over by the later moment
     */
    public record State(String region, Stand stand, boolean lapsed) {
        private int held() {
            return stand == Stand.HELD ? 1 : 0;
        }
    }

    /**
     * From one moment to the next; nothing where nothing that is counted changed.
     *
     * @param before null if it was not there; after the same
     * @param stopped whether one of the person's certificates was stopped meanwhile
     */
    public static List<Move> of(State before, State after, boolean stopped) {
        List<Move> moves = new ArrayList<>();
        if (before == null && after != null) {
            boolean held = after.stand() == Stand.HELD;
            moves.add(new Move(after.region(), held ? Cause.HIRED_COVERED : Cause.HIRED, after.held(), 1));
        } else if (after == null && before != null) {
            boolean held = before.stand() == Stand.HELD;
            moves.add(new Move(before.region(), held ? Cause.LEFT_COVERED : Cause.LEFT_OPEN, -before.held(), -1));
        } else if (before != null && !before.region().equals(after.region())) {
            moves.add(new Move(before.region(), Cause.MOVED, -before.held(), -1));
            moves.add(new Move(after.region(), Cause.MOVED, after.held(), 1));
        } else if (before != null && before.stand() != after.stand()) {
            stayed(before, after, stopped).ifPresent(moves::add);
        }
        return moves;
    }

    private static java.util.Optional<Move> stayed(State before, State after, boolean stopped) {
        if (after.stand() == Stand.HELD) {
            return java.util.Optional.of(new Move(after.region(), Cause.COVERED, 1, 0));
        }
        if (before.stand() == Stand.HELD) {
            Cause cause = before.lapsed() ? Cause.LAPSED : stopped ? Cause.STOPPED : Cause.LOST;
            return java.util.Optional.of(new Move(after.region(), cause, -1, 0));
        }
        return after.stand() == Stand.OPEN
                ? java.util.Optional.of(new Move(after.region(), Cause.GRACE_ENDED, 0, 0))
                : java.util.Optional.empty();
    }
}
