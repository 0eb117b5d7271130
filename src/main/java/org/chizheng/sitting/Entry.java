package org.chizheng.sitting;

import java.time.Instant;

/** One row of a sitting's log. sequence and item are 0 where a page numbered nothing; word is an answer's options, or the page, minutes, seat or reason of another kind. */
record Entry(int position, Kind kind, int sequence, int item, String word, Instant at, boolean counted, byte[] hash) {
    /** What can happen to a sitting. */
    enum Kind {
        BEGUN,
        OPENED,
        ANSWERED,
        NOTED,
        PAUSED,
        RESUMED,
        EXTENDED,
        LOCKED,
        UNLOCKED,
        MOVED,
        CLOSED
    }
}
