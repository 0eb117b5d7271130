package org.chizheng.statistics.forecast.rule;

/** Requirements to be met in a month. initial: by a first certificate; renewal: by renewing before it lapses. */
public record Certified(long initial, long renewal) {
    public static final Certified NONE = new Certified(0, 0);

    public Certified plus(Certified more) {
        return new Certified(initial + more.initial, renewal + more.renewal);
    }

    public long all() {
        return initial + renewal;
    }
}
