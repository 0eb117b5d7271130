package org.chizheng.appeal;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.appeal.rule.RecheckState;
import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** A candidate asks for a recheck of an own result, or appeals against its outcome; each within its working days by the policy of the result. */
@ApplicationScoped
public class Asking {
    private static final String INSERT = """
            INSERT INTO recheck (id, part, subject_id, person_id, centre_id, qualification, policy, round, state, asked_at, answer_due)
            VALUES (?, ?, ?, ?, ?, ?, ?, 1, 'ASKED', ?, ?) ON CONFLICT (part, subject_id) DO NOTHING""";
    private final Parts parts;
    private final Rechecks rechecks;
    private final Filing filing;
    private final Policies policies;
    private final Qualifications qualifications;
    private final WorkingDays workingDays;
    private final Messaging messaging;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Asking(
            Parts parts,
            Rechecks rechecks,
            Filing filing,
            Policies policies,
            Qualifications qualifications,
            WorkingDays workingDays,
            Messaging messaging,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.parts = parts;
        this.rechecks = rechecks;
        this.filing = filing;
        this.policies = policies;
        this.qualifications = qualifications;
        this.workingDays = workingDays;
        this.messaging = messaging;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param part THEORY or PRACTICAL
     * @throws Refused NOT_FOUND when the result is not the person's own, NOT_RELEASED, TOO_LATE, ALREADY_ASKED, WORDS_LENGTH
     */
    @Transactional
    public UUID recheck(UUID person, String part, UUID result, String reason, String by) {
        PartRecheck.Subject subject = parts.get(part)
                .find(result)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (subject.releasedAt() == null) {
            throw new Refused(AppealRefusal.NOT_RELEASED);
        }
        String words = Filing.words(reason);
        PolicyTerms policy = policies.byId(subject.policy());
        LocalDate until = until(subject, policy);
        LocalDate today = clock.today();
        if (today.isAfter(until)) {
            throw new Refused(AppealRefusal.TOO_LATE, until.toString());
        }
        UUID id = Ids.next();
        LocalDate due = workingDays.after(today, policy.number(PolicyTerm.RECHECK_ANSWER_WORKING_DAYS));
        int added = sql.update(
                INSERT,
                id,
                part,
                result,
                person,
                subject.centre(),
                subject.qualification(),
                subject.policy(),
                clock.now(),
                due);
        if (added == 0) {
            throw new Refused(AppealRefusal.ALREADY_ASKED);
        }
        filing.step(id, new Filing.Said("ASKED", null, words, null, by));
        auditing.note("asked for a recheck", "recheck", id, part + " result " + result);
        messaging.toPerson(
                person,
                "appeal_recheck_received",
                qualifications.get(subject.qualification()).zh(),
                due.toString());
        return id;
    }

    /** The last day on which a recheck may be asked for. */
    LocalDate until(PartRecheck.Subject subject, PolicyTerms policy) {
        return workingDays.after(
                OfficialClock.dateOf(subject.releasedAt()), policy.number(PolicyTerm.RECHECK_WORKING_DAYS));
    }

    /** @throws Refused NOT_FOUND when the recheck is not the person's own, NOT_APPEALABLE, TOO_LATE, WORDS_LENGTH */
    @Transactional
    public void appeal(UUID person, UUID recheck, String reason, String by) {
        filing.hold(recheck);
        RecheckView view = rechecks.find(recheck)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!view.state().mayBeAppealed()) {
            throw new Refused(AppealRefusal.NOT_APPEALABLE);
        }
        LocalDate today = clock.today();
        if (today.isAfter(view.appealUntil())) {
            throw new Refused(AppealRefusal.TOO_LATE, view.appealUntil().toString());
        }
        String words = Filing.words(reason);
        LocalDate due =
                workingDays.after(today, policies.byId(view.policy()).number(PolicyTerm.APPEAL_ANSWER_WORKING_DAYS));
        filing.step(recheck, new Filing.Said("APPEALED", null, words, null, by));
        filing.state(recheck, RecheckState.APPEALED);
        sql.update("UPDATE recheck SET answer_due = ? WHERE id = ?", due, recheck);
        auditing.note("appealed", "recheck", recheck, "");
        messaging.toPerson(
                person,
                "appeal_appeal_received",
                qualifications.get(view.qualification()).zh(),
                due.toString());
    }
}
