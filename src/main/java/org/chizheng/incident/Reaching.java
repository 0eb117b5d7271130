package org.chizheng.incident;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.practical.ZeroingPracticals;

/** Carries what a decision zeroes to the results, within the acting transaction: to the part in which it happened, and to the other part where the decision says the whole examination. */
@ApplicationScoped
class Reaching {
    /** A sweep moves the score, or scores it so from the start. */
    private static final String MOVE_SITTING = """
            INSERT INTO zeroing_pending (sitting_id) SELECT s.id FROM sitting s WHERE s.enrolment_id = ? ON CONFLICT DO NOTHING""";

    private static final String MOVE_REACHED = """
            INSERT INTO zeroing_pending (sitting_id) SELECT r.sitting_id FROM incident_reach r WHERE r.incident_id = ? ON CONFLICT DO NOTHING""";
    /** The last sitting before the practical: a theory that was passed at another authority has none here. */
    private static final String REACH = """
            INSERT INTO incident_reach (incident_id, sitting_id)
            SELECT i.id, s.id FROM incident i JOIN practical_session d ON d.id = i.practical_id JOIN practical_candidate c ON c.id = i.practical_candidate_id
            JOIN enrolment e ON e.person_id = c.person_id JOIN sitting s ON s.enrolment_id = e.id JOIN exam_session x ON x.id = e.session_id
            WHERE i.id = ? AND x.qualification = d.qualification AND NOT x.rehearsal AND x.starts_at < d.starts_at ORDER BY x.starts_at DESC LIMIT 1
            ON CONFLICT DO NOTHING""";
    /** Practicals that rest on the sitting in which it happened: those before the person's next one. */
    private static final String RESTING = """
            SELECT c.id FROM incident i JOIN exam_session x ON x.id = i.session_id JOIN enrolment e ON e.id = i.enrolment_id
            JOIN practical_candidate c ON c.person_id = e.person_id AND c.state <> 'WITHDRAWN'
            JOIN practical_session d ON d.id = c.session_id AND d.qualification = x.qualification AND d.starts_at > x.starts_at
            WHERE i.id = ? AND NOT EXISTS (SELECT 1 FROM enrolment f JOIN sitting s ON s.enrolment_id = f.id JOIN exam_session y ON y.id = f.session_id
                WHERE f.person_id = e.person_id AND y.qualification = x.qualification AND NOT y.rehearsal AND y.starts_at > x.starts_at AND y.starts_at < d.starts_at)""";

    private final ZeroingPracticals practicals;
    private final Sql sql;

    Reaching(ZeroingPracticals practicals, Sql sql) {
        this.practicals = practicals;
        this.sql = sql;
    }

    /** @param zero whether the part in which it happened counts nothing; @param whole whether the other part does as well; both as the decision that stands now says */
    void carry(IncidentRow row, UUID decision, boolean zero, boolean whole) {
        if (row.enrolment() != null) {
            sql.update(MOVE_SITTING, row.enrolment());
            List<UUID> resting =
                    whole ? sql.list(RESTING, found -> found.getObject(1, UUID.class), row.id()) : List.of();
            practicals.zero(row.id(), decision, resting, whole);
        } else if (row.practicalCandidate() != null) {
            practicals.zero(row.id(), decision, List.of(row.practicalCandidate()), zero);
            if (whole) {
                sql.update(REACH, row.id());
            }
            sql.update(MOVE_REACHED, row.id());
        }
    }
}
