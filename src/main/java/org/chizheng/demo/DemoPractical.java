package org.chizheng.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Registering;
import org.chizheng.practical.Admitting;
import org.chizheng.practical.CandidateView;
import org.chizheng.practical.Library;
import org.chizheng.practical.Planning;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.chizheng.record.Recording;
import org.chizheng.regulation.Policies;

/** A practical that can be assessed now: a station, and candidates whose theory was passed at another authority. All names and numbers are made up. */
@ApplicationScoped
class DemoPractical {
    private static final String QUALIFICATION = "operator-low-voltage-electrical";
    private static final String STATION = "实操%d号工位";
    private static final String ACTOR = "demo";
    private static final String NAME = "演示电工";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final int FIRST_SERIAL = 11;
    private static final int LAST_SERIAL = 490;
    private static final int CANDIDATES = 3;
    private static final Duration DAY = Duration.ofHours(8);
    private final Practicals practicals;
    private final Library library;
    private final Planning planning;
    private final Admitting admitting;
    private final Registering registering;
    private final Recording recording;
    private final Policies policies;
    private final OfficialClock clock;
    private final Sql sql;

    DemoPractical(
            Practicals practicals,
            Library library,
            Planning planning,
            Admitting admitting,
            Registering registering,
            Recording recording,
            Policies policies,
            OfficialClock clock,
            Sql sql) {
        this.practicals = practicals;
        this.library = library;
        this.planning = planning;
        this.admitting = admitting;
        this.registering = registering;
        this.recording = recording;
        this.policies = policies;
        this.clock = clock;
        this.sql = sql;
    }

    /** Where there are tasks, and unless somebody waits for a practical of today already. */
    void ensure(UUID centre) {
        if (library.newest(QUALIFICATION).isEmpty()
                || practicals.newest().stream().anyMatch(day -> isOpen(day, centre))) {
            return;
        }
        Instant from = from();
        UUID day = planning.plan(centre, QUALIFICATION, from, until(from), List.of(station(centre)), ACTOR);
        IntStream.rangeClosed(FIRST_SERIAL, LAST_SERIAL)
                .mapToObj(this::electrician)
                .filter(this::isNew)
                .limit(CANDIDATES)
                .forEach(person -> admit(day, person));
    }

    /** One for each day of practicals that today has already: no station has two at a time. */
    private UUID station(UUID centre) {
        long before =
                practicals.newest().stream().filter(day -> isToday(day, centre)).count();
        String label = STATION.formatted(before + 1);
        sql.update(
                "INSERT INTO station (id, centre_id, label) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                Ids.next(),
                centre,
                label);
        UUID station = sql.first(
                        "SELECT id FROM station WHERE centre_id = ? AND label = ?",
                        row -> row.getObject(1, UUID.class),
                        centre,
                        label)
                .orElseThrow();
        sql.update(
                "INSERT INTO station_qualification (station_id, qualification) VALUES (?, ?) ON CONFLICT DO NOTHING",
                station,
                QUALIFICATION);
        return station;
    }

    private boolean isToday(PracticalView day, UUID centre) {
        return day.centreId().equals(centre)
                && OfficialClock.dateOf(day.startsAt()).equals(clock.today());
    }

    private boolean isOpen(PracticalView day, UUID centre) {
        return isToday(day, centre)
                && practicals.candidates(day.id()).stream()
                        .map(CandidateView::state)
                        .anyMatch(state -> !state.equals("JUDGED"));
    }

    /** Now, or as late today as leaves a whole day's length before midnight. */
    private Instant from() {
        Instant latest = clock.today()
                .atTime(LocalTime.MAX)
                .atZone(OfficialClock.ZONE)
                .toInstant()
                .minus(DAY);
        return clock.now().isBefore(latest) ? clock.now() : latest;
    }

    private static Instant until(Instant from) {
        return from.plus(DAY);
    }

    private UUID electrician(int serial) {
        return registering
                .register(NAME + STEMS.charAt(serial % STEMS.length()), DemoAuthority.idNumber(serial))
                .id();
    }

    private boolean isNew(UUID person) {
        return practicals.times(person).isEmpty();
    }

    private void admit(UUID day, UUID person) {
        LocalDate today = clock.today();
        String policy = policies.inForce(QUALIFICATION, today).id();
        recording.add(person, QUALIFICATION, "THEORY_PASSED", today, null, Ids.next(), policy);
        admitting.admit(day, person, ACTOR);
    }
}
