package org.chizheng.statistics.forecast;

import java.util.function.ToLongFunction;

import org.chizheng.statistics.forecast.rule.Demand;

/** What the table of places and months shows. */
public enum Measure {
    THEORY(demand -> demand.theory().need(), demand -> demand.theory().gap()),
    PRACTICAL(demand -> demand.practical().need(), demand -> demand.practical().gap()),
    PEOPLE(demand -> demand.certified().all(), null),
    HOURS(Demand::hours, demand -> demand.training().gap());

    private final ToLongFunction<Demand> value;
    private final ToLongFunction<Demand> gap;

    Measure(ToLongFunction<Demand> value, ToLongFunction<Demand> gap) {
        this.value = value;
        this.gap = gap;
    }

    long value(Demand demand) {
        return value.applyAsLong(demand);
    }

    /** @return null for people, who are not scheduled themselves */
    Long gap(Demand demand) {
        return gap == null ? null : (Long) gap.applyAsLong(demand);
    }
}
