package org.chizheng.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.ApplicationState;
import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.Kind;
import org.chizheng.application.rule.PhotoFinding;
import org.chizheng.common.Sql;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** Applications, for whoever books, examines or answers. */
@ApplicationScoped
public class Applications {
    static final String SELECT = "SELECT a.*, p.name FROM application a JOIN person p ON p.id = a.person_id ";
    private static final String WAITING = SELECT + """
            WHERE a.state = 'ACCEPTED' AND a.qualification = ? AND a.region = ANY (?)
              AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN exam_session s ON s.id = e.session_id
                              WHERE e.application_id = a.id AND s.state <> 'ENDED')
              AND NOT EXISTS (SELECT 1 FROM record_fact f JOIN policy_term t ON t.policy = a.policy AND t.term = 'THEORY_VALID_MONTHS'
                              WHERE f.person_id = a.person_id AND f.qualification = a.qualification AND f.kind = 'THEORY_PASSED'
                                AND f.fact_on >= a.applied_at::date - make_interval(months => t.value::int)
                                AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id))
            ORDER BY a.decided_at, a.id LIMIT ?""";
    private final Sql sql;
    private final Regions regions;

    public Applications(Sql sql, Regions regions) {
        this.sql = sql;
        this.regions = regions;
    }

    public Optional<ApplicationView> find(UUID id) {
        return sql.first(SELECT + "WHERE a.id = ?", Applications::view, id);
    }

    /** The one that stands open and was accepted: with it a seat may be booked. */
    public Optional<ApplicationView> accepted(UUID person, String qualification) {
        return sql.first(
                SELECT + "WHERE a.person_id = ? AND a.qualification = ? AND a.state = 'ACCEPTED'",
                Applications::view,
                person,
                qualification);
    }

    /**
     * Accepted ones without a session that is still to come and without a theory that counts: they wait for a seat, the longest first.
     *
     * @param region code; applications to the authority of this region, of one within it or of one around it
     */
    public List<ApplicationView> waitingForSeat(String region, String qualification, int limit) {
        String[] near = regions.all().stream()
                .map(RegionView::code)
                .filter(code -> RegionView.covers(region, code) || RegionView.covers(code, region))
                .toArray(String[]::new);
        return sql.list(WAITING, Applications::view, qualification, near, limit);
    }

    /** The newest fifty of a person. */
    public List<ApplicationView> ofPerson(UUID person) {
        return sql.list(
                SELECT + "WHERE a.person_id = ? ORDER BY a.applied_at DESC LIMIT 50", Applications::view, person);
    }

    /** Whether one stands open: sent, returned or accepted. */
    boolean isOpen(UUID person, String qualification) {
        return sql.first(
                        "SELECT 1 FROM application WHERE person_id = ? AND qualification = ? AND state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED')",
                        row -> true,
                        person,
                        qualification)
                .isPresent();
    }

    static ApplicationView view(ResultSet row) throws SQLException {
        return new ApplicationView(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("qualification"),
                Kind.valueOf(row.getString("kind")),
                row.getString("channel"),
                row.getObject("enterprise_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("region"),
                row.getString("policy"),
                ApplicationState.valueOf(row.getString("state")),
                Sql.instant(row, "applied_at"),
                Sql.date(row, "answer_due"),
                Sql.date(row, "decide_due"),
                Sql.instant(row, "decided_at"),
                Education.valueOf(row.getString("education")),
                row.getString("occupation"),
                row.getInt("training_hours"),
                Sql.date(row, "training_from"),
                Sql.date(row, "training_until"),
                row.getString("note"),
                findings(row),
                row.getString("photo_reason"));
    }

    private static List<PhotoFinding> findings(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("photo_findings").getArray();
        return Arrays.stream(names).map(PhotoFinding::valueOf).toList();
    }
}
