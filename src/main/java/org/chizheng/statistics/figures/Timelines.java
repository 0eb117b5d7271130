package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.statistics.figures.rule.Law;
import org.chizheng.statistics.figures.rule.Stretch;
import org.chizheng.statistics.figures.rule.Timeline;

import io.agroal.api.AgroalDataSource;

/** The timelines of some people, straight from the facts. */
@ApplicationScoped
class Timelines {
    private final AgroalDataSource source;
    private final Laws laws;

    Timelines(AgroalDataSource source, Laws laws) {
        this.source = source;
        this.laws = laws;
    }

    /** @param knownAt null for all that is recorded; @return everybody asked for, also those of whom nothing is required */
    Map<UUID, List<Stretch>> of(Collection<UUID> people, Instant knownAt) {
        Map<UUID, List<Stretch>> timelines = new HashMap<>();
        people.forEach(person -> timelines.put(person, List.of()));
        Law law = laws.law();
        try (Connection connection = source.getConnection();
                Facts facts = new Facts(connection, new Facts.Reach(people, null, null), knownAt)) {
            for (Facts.Known one = facts.next(); one != null; one = facts.next()) {
                timelines.put(one.id(), Timeline.of(one.facts(), law));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return timelines;
    }
}
