package org.chizheng.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.appeal.rule.FourEyes;
import org.chizheng.appeal.rule.Outcome;
import org.chizheng.appeal.rule.RecheckState;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.WorkingCalendar;
import org.chizheng.scoring.Releases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Rechecks and what was done about them. */
@ApplicationScoped
public class Rechecks {
    private static final int MOST = 200;
    private static final String SELECT = """
            SELECT k.*, p.name, c.zh, c.en, c.region FROM recheck k JOIN person p ON p.id = k.person_id JOIN centre c ON c.id = k.centre_id """;
    private static final String IN_REACH =
            "(k.centre_id = ANY (?) OR EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(c.region, reach.code)))";
    private static final String WAITING =
            SELECT + " WHERE k.state IN ('ASKED', 'PROPOSED', 'APPEALED', 'APPEAL_PROPOSED') AND " + IN_REACH
                    + " ORDER BY k.answer_due, k.asked_at LIMIT " + MOST;
    private static final String DECIDED = SELECT + " WHERE k.state IN ('UPHELD', 'CHANGED', 'DISMISSED') AND "
            + IN_REACH + " ORDER BY k.asked_at DESC LIMIT " + MOST;
    private final Sql sql;
    private final WorkingDays workingDays;
    private final OfficialClock clock;
    private final ObjectMapper json;

    Rechecks(Sql sql, WorkingDays workingDays, OfficialClock clock, ObjectMapper json) {
        this.sql = sql;
        this.workingDays = workingDays;
        this.clock = clock;
        this.json = json;
    }

    public Optional<RecheckView> find(UUID id) {
        return list(SELECT + " WHERE k.id = ?", id).stream().findFirst();
    }

    public Optional<RecheckView> ofResult(String part, UUID result) {
        return list(SELECT + " WHERE k.part = ? AND k.subject_id = ?", part, result).stream()
                .findFirst();
    }

    /** What waits for the staff, the most overdue first, at most 200. */
    public List<RecheckView> waiting(Releases.Reach reach) {
        return list(
                WAITING, reach.centres().toArray(UUID[]::new), reach.regions().toArray(String[]::new));
    }

    /** With an outcome, the newest first, at most 200. */
    public List<RecheckView> decided(Releases.Reach reach) {
        return list(
                DECIDED, reach.centres().toArray(UUID[]::new), reach.regions().toArray(String[]::new));
    }

    /** In their order. */
    public List<RecheckStep> steps(UUID recheck) {
        return sql.list("SELECT * FROM recheck_step WHERE recheck_id = ? ORDER BY number", this::step, recheck);
    }

    /** What the staff did, for the rule of four eyes. */
    static List<FourEyes.Step> ofStaff(List<RecheckStep> steps) {
        return steps.stream()
                .filter(step -> !step.byCandidate())
                .map(step -> new FourEyes.Step(step.round(), FourEyes.Kind.valueOf(step.kind()), step.actor()))
                .toList();
    }

    /** When the round under way began: it was asked for, or the appeal was granted. */
    static Instant roundBegan(RecheckView recheck, List<RecheckStep> steps) {
        return steps.stream()
                .filter(step -> step.kind().equals("APPEAL_DECIDED"))
                .reduce((earlier, later) -> later)
                .map(RecheckStep::at)
                .orElse(recheck.askedAt());
    }

    private List<RecheckView> list(String query, Object... parameters) {
        WorkingCalendar calendar = workingDays.calendar();
        LocalDate today = clock.today();
        return sql.list(query, row -> view(row, calendar, today), parameters);
    }

    private static RecheckView view(ResultSet row, WorkingCalendar calendar, LocalDate today) throws SQLException {
        LocalDate due = Sql.date(row, "answer_due");
        return new RecheckView(
                row.getObject("id", UUID.class),
                row.getString("part"),
                row.getObject("subject_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getObject("centre_id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("region"),
                row.getString("qualification"),
                row.getString("policy"),
                row.getInt("round"),
                RecheckState.valueOf(row.getString("state")),
                Sql.instant(row, "asked_at"),
                due,
                calendar.between(today, due),
                Sql.date(row, "appeal_until"));
    }

    private RecheckStep step(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String compared = row.getString("compared");
        try {
            return new RecheckStep(
                    row.getInt("number"),
                    row.getInt("round"),
                    row.getString("kind"),
                    outcome == null ? null : Outcome.valueOf(outcome),
                    row.getString("words"),
                    compared == null ? null : json.readValue(compared, Compared.class),
                    row.getString("actor"),
                    Sql.instant(row, "at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
