package org.chizheng.practical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.CentreStaff;
import org.chizheng.centre.StaffView;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Who may assess: somebody of the centre's staff who is qualified for the item on the day, and who is nowhere else at that time. */
@ApplicationScoped
class Assessors {
    private static final String AT_ANOTHER_STATION = """
            SELECT t.label FROM practical_sheet s JOIN practical_candidate c ON c.id = s.candidate_id JOIN station t ON t.id = c.station_id
            WHERE s.person_id = ? AND s.signed_at IS NULL AND s.released_at IS NULL AND c.state IN ('AT_STATION', 'RUNNING') AND c.station_id <> ? LIMIT 1""";
    private static final String ON_DUTY = """
            SELECT r.label FROM session_duty d JOIN centre_staff f ON f.id = d.staff_id JOIN exam_session s ON s.id = d.session_id JOIN room r ON r.id = s.room_id
            WHERE f.person_id = ? AND s.state <> 'ENDED' AND s.starts_at <= ? AND s.starts_at + make_interval(mins => s.late_minutes + s.minutes) > ? LIMIT 1""";
    private final CentreStaff staff;
    private final OfficialClock clock;
    private final Sql sql;

    Assessors(CentreStaff staff, OfficialClock clock, Sql sql) {
        this.staff = staff;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * @param person whom the account stands for, or null
     * @throws Refused ASSESSOR_UNKNOWN for an account that stands for nobody, NOT_QUALIFIED without an entry in the centre's list of staff for this item on the day of the practical,
     *     QUALIFICATION_LAPSED with the last day of what qualified
     */
    void mustBeQualified(PracticalView day, UUID person) {
        if (person == null) {
            throw new Refused(PracticalRefusal.ASSESSOR_UNKNOWN);
        }
        LocalDate on = OfficialClock.dateOf(day.startsAt());
        LocalDate last = staff.assessing(day.centreId(), person, day.qualification(), on).stream()
                .map(StaffView::qualifiedUntil)
                .map(until -> until == null ? LocalDate.MAX : until)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new Refused(PracticalRefusal.NOT_QUALIFIED));
        if (last.isBefore(on)) {
            throw new Refused(PracticalRefusal.QUALIFICATION_LAPSED, last);
        }
    }

    /** The person's row is held until the transaction ends. @throws Refused ASSESSING_ELSEWHERE with the other station, ON_DUTY with the room of a session that is under way */
    void mustBeFree(UUID person, UUID station) {
        sql.first("SELECT 1 FROM person WHERE id = ? FOR NO KEY UPDATE", row -> true, person);
        sql.first(AT_ANOTHER_STATION, row -> row.getString(1), person, station).ifPresent(label -> {
            throw new Refused(PracticalRefusal.ASSESSING_ELSEWHERE, label);
        });
        Instant now = clock.now();
        sql.first(ON_DUTY, row -> row.getString(1), person, now, now).ifPresent(label -> {
            throw new Refused(PracticalRefusal.ON_DUTY, label);
        });
    }
}
