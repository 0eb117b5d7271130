package org.chizheng.practical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.Accreditations;
import org.chizheng.centre.OpeningHours;
import org.chizheng.centre.rule.OpeningCalendar;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.Slots;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Plans a centre's day of practicals: the newest tasks of the qualification, the policy of that day, the stations; on a day on which the centre is accredited for it and open all the time. */
@ApplicationScoped
public class Planning {
    private final Practicals practicals;
    private final Library library;
    private final FreeStations freeStations;
    private final Accreditations accreditations;
    private final OpeningHours hours;
    private final Policies policies;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Planning(
            Practicals practicals,
            Library library,
            FreeStations freeStations,
            Accreditations accreditations,
            OpeningHours hours,
            Policies policies,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.practicals = practicals;
        this.library = library;
        this.freeStations = freeStations;
        this.accreditations = accreditations;
        this.hours = hours;
        this.policies = policies;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused NO_TASKS, NO_PRACTICAL, TIMES_INVALID, STATION_MISSING, STATION_UNFIT, STATION_PLANNED while another day has it, NOT_ACCREDITED, CENTRE_CLOSED, OUTSIDE_HOURS by what the centre is on that day */
    @Transactional
    public UUID plan(UUID centre, String qualification, Instant from, Instant until, List<UUID> stations, String by) {
        SchemeView scheme =
                library.newest(qualification).orElseThrow(() -> new Refused(PracticalRefusal.NO_TASKS, qualification));
        PolicyTerms policy = policies.inForce(qualification, OfficialClock.dateOf(from));
        if (!policy.parts().contains("PRACTICAL")) {
            throw new Refused(PracticalRefusal.NO_PRACTICAL, qualification);
        }
        mustBeFit(centre, qualification, stations);
        int minutes = policy.number(PolicyTerm.PRACTICAL_MINUTES);
        if (!until.isAfter(from)
                || !OfficialClock.dateOf(until).equals(OfficialClock.dateOf(from))
                || Slots.capacity(from, until, stations.size(), minutes) == 0) {
            throw new Refused(PracticalRefusal.TIMES_INVALID, minutes);
        }
        mayExamine(centre, qualification, local(from), local(until));
        freeStations.mustBeFree(stations, from, until);
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO practical_session (id, centre_id, qualification, scheme_id, policy, starts_at, ends_at, minutes, planned_at, planned_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                centre,
                qualification,
                scheme.id(),
                policy.id(),
                from,
                until,
                minutes,
                clock.now(),
                by);
        sql.batch(
                "INSERT INTO practical_session_station (session_id, station_id) VALUES (?, ?)",
                stations.stream().map(station -> new Object[] {id, station}).toList());
        auditing.note("planned", "practical", id, qualification + ", " + stations.size() + " stations");
        return id;
    }

    private void mayExamine(UUID centre, String qualification, LocalDateTime from, LocalDateTime until) {
        LocalDate day = from.toLocalDate();
        if (!accreditations.mayExamine(centre, qualification, day)) {
            throw new Refused(PracticalRefusal.NOT_ACCREDITED, day);
        }
        OpeningCalendar calendar = hours.calendar(centre);
        calendar.objection(from, until).ifPresent(objection -> {
            throw objection == OpeningCalendar.Objection.CLOSED_DAY
                    ? new Refused(PracticalRefusal.CENTRE_CLOSED, day)
                    : new Refused(
                            PracticalRefusal.OUTSIDE_HOURS, from.toLocalTime(), until.toLocalTime(), calendar.on(day));
        });
    }

    private static LocalDateTime local(Instant instant) {
        return instant.atZone(OfficialClock.ZONE).toLocalDateTime();
    }

    private void mustBeFit(UUID centre, String qualification, List<UUID> stations) {
        if (stations.isEmpty()) {
            throw new Refused(PracticalRefusal.STATION_MISSING);
        }
        Set<UUID> fit = practicals.stationsOf(centre, qualification).stream()
                .map(StationChoice::id)
                .collect(Collectors.toSet());
        if (!fit.containsAll(stations) || stations.stream().distinct().count() < stations.size()) {
            throw new Refused(PracticalRefusal.STATION_UNFIT);
        }
    }
}
