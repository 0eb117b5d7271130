package org.chizheng.common;

/**
 * A look at another clock: at nano of this process's monotonic clock it stood at micros since 1970, give or take half the round trip.
 *
 * @param nano middle of the round trip
 * @param roundTrip in nanoseconds
 */
record ClockReading(long nano, long micros, long roundTrip) {
    /** How far two clocks may drift apart, at most: a quartz's 200 ppm, or the 500 ppm at which NTP corrects one. */
    private static final double DRIFT = 500e-6;

    static ClockReading between(long before, long after, long micros) {
        return new ClockReading(before + (after - before) / 2, micros, after - before);
    }

    /** Whether it tells the time more surely than an older one does by now: that one's uncertainty grows with its age, and only slowly. */
    boolean isSurerThan(ClockReading older) {
        return roundTrip / 2.0 <= older.roundTrip() / 2.0 + DRIFT * (nano - older.nano());
    }

    /** Micros since 1970 at another moment of the monotonic clock. */
    long at(long otherNano) {
        return micros + (otherNano - nano) / 1000;
    }
}
