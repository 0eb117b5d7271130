package org.chizheng.practical;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.SchemeView.TaskView;
import org.chizheng.practical.rule.TaskDraw;

/** Checks a candidate in at a station and draws one task of each part. The seed is recorded with the draw, so that anybody can make it again. */
@ApplicationScoped
public class Drawing {
    private static final int SEED_BYTES = 32;
    private final Practicals practicals;
    private final Library library;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;
    private final SecureRandom random = new SecureRandom();

    public Drawing(Practicals practicals, Library library, OfficialClock clock, Sql sql, Auditing auditing) {
        this.practicals = practicals;
        this.library = library;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused WRONG_STATE unless admitted, NOT_TODAY, STATION_UNFIT, STATION_TAKEN while another candidate is at the station */
    @Transactional
    public void checkIn(UUID candidate, UUID station, String by) {
        CandidateView one = practicals.locked(candidate);
        PracticalView day = practicals.get(one.sessionId());
        if (!one.state().equals("ADMITTED")) {
            throw new Refused(PracticalRefusal.WRONG_STATE);
        }
        if (!OfficialClock.dateOf(day.startsAt()).equals(clock.today())) {
            throw new Refused(PracticalRefusal.NOT_TODAY);
        }
        mustBeFree(day, station);
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        String seed = HexFormat.of().formatHex(bytes);
        sql.update(
                "UPDATE practical_candidate SET state = 'AT_STATION', station_id = ?, seed = ?, checked_in_at = ?, checked_in_by = ? WHERE id = ?",
                station,
                seed,
                clock.now(),
                by,
                candidate);
        Map<String, TaskView> drawn = draw(library.find(day.schemeId()).orElseThrow(), seed);
        sql.batch(
                "INSERT INTO practical_draw (candidate_id, part, task_id) VALUES (?, ?, ?)",
                drawn.entrySet().stream()
                        .map(part -> new Object[] {
                            candidate, part.getKey(), part.getValue().id()
                        })
                        .toList());
        List<String> codes = drawn.values().stream().map(TaskView::code).toList();
        auditing.note("drew", "practical-candidate", candidate, seed + " " + String.join(" ", codes));
    }

    /** The station's row is held, so that two candidates are never at one station. */
    private void mustBeFree(PracticalView day, UUID station) {
        if (practicals.stations(day.id()).stream()
                .noneMatch(choice -> choice.id().equals(station))) {
            throw new Refused(PracticalRefusal.STATION_UNFIT);
        }
        if (sql.first("SELECT 1 FROM station WHERE id = ? AND out_since IS NOT NULL", row -> true, station)
                .isPresent()) {
            throw new Refused(PracticalRefusal.STATION_UNFIT);
        }
        lock(sql, station);
        if (sql.first(
                        "SELECT 1 FROM practical_candidate WHERE station_id = ? AND state IN ('AT_STATION', 'RUNNING')",
                        row -> true,
                        station)
                .isPresent()) {
            throw new Refused(PracticalRefusal.STATION_TAKEN);
        }
    }

    /** Until the end of the transaction nobody else comes to the station. */
    static void lock(Sql sql, UUID station) {
        sql.first("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, "station " + station);
    }

    /** The task of each part that the seed gives, by the part's code. */
    static Map<String, TaskView> draw(SchemeView scheme, String seed) {
        Map<String, TaskView> drawn = new TreeMap<>();
        scheme.parts().forEach(part -> {
            List<String> codes =
                    part.tasks().stream().map(TaskView::code).sorted().toList();
            String code = TaskDraw.draw(seed, part.code(), codes);
            drawn.put(
                    part.code(),
                    part.tasks().stream()
                            .filter(task -> task.code().equals(code))
                            .findFirst()
                            .orElseThrow());
        });
        return drawn;
    }
}
