package org.chizheng.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.Applicant;
import org.chizheng.application.rule.Kind;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.record.Standing;
import org.chizheng.regulation.RetirementSchedules;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** What is known of an applicant, from the record and from what is said. */
@ApplicationScoped
public class Applicants {
    private static final String TRIED = """
            WITH f AS (SELECT kind, fact_on FROM record_fact r WHERE person_id = ? AND qualification = ? AND fact_on <= ?
                       AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = r.id)),
            passed AS (SELECT max(fact_on) AS day FROM f WHERE kind = 'THEORY_PASSED')
            SELECT (SELECT day FROM passed) passed_on,
                   (SELECT max(fact_on) FROM f WHERE kind IN ('THEORY_FAILED', 'PRACTICAL_FAILED')) failed_on,
                   (SELECT count(*) FROM f, passed WHERE kind = 'PRACTICAL_FAILED' AND fact_on >= passed.day) practicals""";
    private static final String HOURS = """
            SELECT COALESCE(sum(hours), 0) AS hours FROM training_record
            WHERE person_id = ? AND qualification = ? AND kind = ? AND passed AND ended_on <= ?""";
    private final Sql sql;
    private final Standing standing;
    private final OccupationBans bans;
    private final HeldCertificates held;
    private final HealthConditions conditions;
    private final RetirementSchedules retirement;

    public Applicants(
            Sql sql,
            Standing standing,
            OccupationBans bans,
            HeldCertificates held,
            HealthConditions conditions,
            RetirementSchedules retirement) {
        this.sql = sql;
        this.standing = standing;
        this.bans = bans;
        this.held = held;
        this.conditions = conditions;
        this.retirement = retirement;
    }

    /** What the record holds of attempts up to a day. */
    private record Tried(LocalDate passedOn, LocalDate failedOn, int practicals) {
        static Tried of(ResultSet row) throws SQLException {
            return new Tried(Sql.date(row, "passed_on"), Sql.date(row, "failed_on"), row.getInt("practicals"));
        }
    }

    /**
     * @param policy of the day of application
     * @param since day from which failed theories count
     */
    Applicant of(Person person, Asked asked, PolicyTerms policy, LocalDate applied, LocalDate since) {
        UUID id = person.id();
        String qualification = asked.qualification();
        Tried tried = sql.first(TRIED, Tried::of, id, qualification, applied).orElseThrow();
        return new Applicant(
                person.birthDate(),
                lastDay(person, policy),
                asked.education(),
                hours(id, asked, applied),
                asked.health(conditions.of(policy.id()).stream()
                        .map(HealthConditions.Condition::code)
                        .toList()),
                tried.passedOn(),
                standing.theoryFailuresSince(id, qualification, since),
                tried.practicals(),
                tried.failedOn(),
                standing.isBanned(id, applied),
                bans.against(id, qualification, applied).isPresent(),
                held.runsUntil(id, qualification, applied).orElse(null));
    }

    /** On record, or as declared where that is more: the reviewer enters declared hours on seeing the proof. */
    private int hours(UUID person, Asked asked, LocalDate applied) {
        String kind = asked.kind() == Kind.RENEWAL ? "RENEWAL" : "INITIAL";
        int recorded = sql.first(HOURS, row -> row.getInt("hours"), person, asked.qualification(), kind, applied)
                .orElseThrow();
        return Math.max(recorded, asked.hours());
    }

    /** By the policy's MAX_AGE: NONE, RETIREMENT, or completed years. */
    private LocalDate lastDay(Person person, PolicyTerms policy) {
        return switch (policy.text(PolicyTerm.MAX_AGE)) {
            case "NONE" -> null;
            case "RETIREMENT" -> retirement.retiresOn(person.birthDate(), person.isMale());
            default -> person.birthDate().plusYears(policy.number(PolicyTerm.MAX_AGE));
        };
    }
}
