package org.chizheng.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.appeal.rule.Retake;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Persons;
import org.chizheng.people.rule.Masking;
import org.chizheng.record.Standing;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.scoring.Remarking;
import org.chizheng.scoring.ResultChanges;
import org.chizheng.scoring.ResultView;
import org.chizheng.scoring.Results;
import org.chizheng.sitting.rule.ReceiptNumber;

/** Result sheets of released results. */
@ApplicationScoped
public class ResultSheets {
    static final String PART = "THEORY";
    private static final String AROUND = """
            SELECT n.ticket, c.zh, c.en, m.label AS room, t.label AS seat, e.starts_at, r.released_at, x.number AS receipt
            FROM result r JOIN sitting s ON s.id = r.sitting_id JOIN enrolment n ON n.id = s.enrolment_id JOIN exam_session e ON e.id = r.session_id
            JOIN centre c ON c.id = e.centre_id JOIN room m ON m.id = e.room_id LEFT JOIN seat t ON t.id = n.seat_id
            LEFT JOIN receipt x ON x.sitting_id = s.id WHERE r.id = ? AND r.released_at IS NOT NULL""";
    private final Sql sql;
    private final Results results;
    private final ResultChanges changes;
    private final Remarking remarking;
    private final Rechecks rechecks;
    private final Asking asking;
    private final Policies policies;
    private final Standing standing;
    private final Persons persons;
    private final Sealer sealer;
    private final OfficialClock clock;

    ResultSheets(
            Sql sql,
            Results results,
            ResultChanges changes,
            Remarking remarking,
            Rechecks rechecks,
            Asking asking,
            Policies policies,
            Standing standing,
            Persons persons,
            Sealer sealer,
            OfficialClock clock) {
        this.sql = sql;
        this.results = results;
        this.changes = changes;
        this.remarking = remarking;
        this.rechecks = rechecks;
        this.asking = asking;
        this.policies = policies;
        this.standing = standing;
        this.persons = persons;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Empty unless the person has such a result and it is released. */
    public Optional<ResultSheet> of(UUID person, UUID result) {
        return results.find(result)
                .filter(found -> found.personId().equals(person))
                .flatMap(this::sheet);
    }

    /** Anybody's, once it is released. */
    Optional<ResultSheet> released(UUID result) {
        return results.find(result).flatMap(this::sheet);
    }

    private Optional<ResultSheet> sheet(ResultView result) {
        return result.provisional() ? Optional.empty() : sql.first(AROUND, row -> sheet(result, row), result.id());
    }

    private ResultSheet sheet(ResultView result, ResultSet row) throws SQLException {
        var person = persons.findById(result.personId());
        Instant releasedAt = Sql.instant(row, "released_at");
        PolicyTerms policy = policies.byId(result.policy());
        LocalDate today = clock.today();
        LocalDate until = asking.until(
                new PartRecheck.Subject(null, null, result.qualification(), result.policy(), releasedAt), policy);
        boolean mayAsk =
                !today.isAfter(until) && rechecks.ofResult(PART, result.id()).isEmpty();
        PolicyTerms retakes = policies.inForce(result.qualification(), today);
        LocalDate sat = OfficialClock.dateOf(result.scoredAt());
        String receipt = row.getString("receipt");
        return new ResultSheet(
                result.id(),
                result.sessionId(),
                person.name(),
                Masking.idNumber(person.idNumber(sealer)),
                row.getString("ticket"),
                row.getString("zh"),
                row.getString("en"),
                row.getString("room"),
                row.getString("seat"),
                result.qualification(),
                Sql.instant(row, "starts_at"),
                releasedAt,
                result.raw(),
                result.cut(),
                result.passed(),
                result.chapters(),
                result.policy(),
                policies.instrument(result.policy()),
                policies.article(result.policy(), PolicyTerm.THEORY_CUT),
                remarking.of(result.id()).orElseThrow(),
                receipt == null ? null : ReceiptNumber.grouped(receipt),
                changes.ofPerson(result.personId()).of(result.id()),
                until,
                mayAsk,
                retake(result, retakes, today),
                policies.article(retakes.id(), PolicyTerm.THEORY_ATTEMPTS),
                next(result, policy),
                result.passed() ? sat.plusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS)) : null);
    }

    /** As eligibility counts: failures within the months in which a passed theory would count. */
    private Retake retake(ResultView result, PolicyTerms policy, LocalDate today) {
        LocalDate since = today.minusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS));
        return Retake.of(
                policy.text(PolicyTerm.THEORY_ATTEMPTS),
                standing.theoryFailuresSince(result.personId(), result.qualification(), since));
    }

    private static String next(ResultView result, PolicyTerms policy) {
        if (!result.passed()) {
            return "RETAKE";
        }
        return policy.isTheoryOnly() ? "CERTIFICATE" : "PRACTICAL";
    }
}
