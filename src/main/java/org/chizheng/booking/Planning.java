package org.chizheng.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.booking.rule.SessionPlan.Proposed;
import org.chizheng.common.Refused;
import org.chizheng.session.Scheduling;

/** Makes proposed sessions into sessions, all or none. */
@ApplicationScoped
public class Planning {
    private final Demands demands;
    private final Planner planner;
    private final Scheduling scheduling;
    private final Auditing auditing;

    public Planning(Demands demands, Planner planner, Scheduling scheduling, Auditing auditing) {
        this.demands = demands;
        this.planner = planner;
        this.scheduling = scheduling;
        this.auditing = auditing;
    }

    /** @return their ids; @throws Refused PLAN_CHANGED if a room was taken meanwhile, NOTHING_CHOSEN */
    @Transactional
    public List<UUID> schedule(List<Proposed> proposed) {
        if (proposed.isEmpty()) {
            throw new Refused(BookingRefusal.NOTHING_CHOSEN);
        }
        demands.lockRooms(proposed.stream().map(Proposed::room).distinct().toList());
        List<UUID> made = proposed.stream().map(this::scheduleOne).toList();
        auditing.note("planned", "sessions", made.get(0), made.size() + " by demand");
        return made;
    }

    private UUID scheduleOne(Proposed session) {
        Instant start = Planner.instant(session.start());
        Duration length =
                planner.length(session.qualification(), session.start().toLocalDate());
        List<Demands.Taken> taken = demands.taken(List.of(session.room()), start, start.plus(length));
        if (!Planner.isFree(session.room(), start, length, taken)) {
            throw new Refused(BookingRefusal.PLAN_CHANGED);
        }
        return scheduling.schedule(session.room(), session.qualification(), start);
    }
}
