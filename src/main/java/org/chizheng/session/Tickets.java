package org.chizheng.session;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.session.rule.TicketNumber;

/** Draws ticket numbers that nobody has or had: of the hundred million of a year, a province gives out so many that a drawn one is sometimes taken. */
@ApplicationScoped
public class Tickets {
    private static final String TAKEN =
            "SELECT ticket FROM enrolment WHERE ticket = ANY (?) UNION ALL SELECT ticket FROM former_enrolment WHERE ticket = ANY (?)";
    private final Sql sql;
    private final OfficialClock clock;
    private final RandomGenerator random;

    @Inject
    Tickets(Sql sql, OfficialClock clock) {
        this(sql, clock, new SecureRandom());
    }

    Tickets(Sql sql, OfficialClock clock, RandomGenerator random) {
        this.sql = sql;
        this.clock = clock;
        this.random = random;
    }

    /** Of this year, all different; one query unless some are taken. */
    List<String> draw(int count) {
        int year = clock.today().getYear();
        Set<String> free = new LinkedHashSet<>();
        while (free.size() < count) {
            List<String> drawn = new ArrayList<>();
            for (int i = free.size(); i < count; i++) {
                drawn.add(TicketNumber.draw(year, random));
            }
            Set<String> taken = Set.copyOf(sql.list(
                    TAKEN, row -> row.getString(1), drawn.toArray(String[]::new), drawn.toArray(String[]::new)));
            drawn.stream().filter(ticket -> !taken.contains(ticket)).forEach(free::add);
        }
        return List.copyOf(free);
    }
}
