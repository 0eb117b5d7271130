package org.chizheng.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.appeal.rule.FourEyes;
import org.chizheng.appeal.rule.Outcome;
import org.chizheng.appeal.rule.RecheckState;
import org.chizheng.appeal.rule.Verdict;
import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;

/** One person proposes what a recheck or an appeal comes to, another confirms it or gives it back. A confirmed change moves the result with its history, in the same transaction. */
@ApplicationScoped
public class Deciding {
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

    Deciding(
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
     * @param outcome of an appeal DISMISSED or AGAIN; of a recheck it is what the comparison leaves, and this is not read
     * @throws Refused CLOSED unless something waits for a proposal, SAME_PERSON, RECORD_BROKEN, OUTCOME_MISSING, WORDS_LENGTH
     */
    @Transactional
    public void propose(UUID id, Outcome outcome, String reason, String by) {
        RecheckView recheck = mayAct(id, by);
        if (recheck.state().isProposed()) {
            throw new Refused(AppealRefusal.CLOSED);
        }
        String words = Filing.words(reason);
        if (recheck.state().isAppeal()) {
            if (outcome == null || !outcome.ofAppeal()) {
                throw new Refused(AppealRefusal.OUTCOME_MISSING);
            }
            filing.step(id, new Filing.Said("APPEAL_PROPOSED", outcome, words, null, by));
            filing.state(id, RecheckState.APPEAL_PROPOSED);
            auditing.note("proposed on appeal", "recheck", id, outcome.name());
            return;
        }
        Compared compared = compared(recheck);
        Outcome found = outcome(compared);
        filing.step(id, new Filing.Said("PROPOSED", found, words, compared, by));
        filing.state(id, RecheckState.PROPOSED);
        auditing.note("proposed", "recheck", id, found.name());
    }

    /** The second person does not agree; another proposal is needed. @throws Refused CLOSED, SAME_PERSON, WORDS_LENGTH */
    @Transactional
    public void giveBack(UUID id, String reason, String by) {
        RecheckView recheck = mustBeProposed(id, by);
        boolean appeal = recheck.state().isAppeal();
        filing.step(id, new Filing.Said(appeal ? "APPEAL_RETURNED" : "RETURNED", null, Filing.words(reason), null, by));
        filing.state(id, appeal ? RecheckState.APPEALED : RecheckState.ASKED);
        auditing.note("gave back", "recheck", id, "");
    }

    /** @throws Refused CLOSED unless there is a proposal, SAME_PERSON, RECORD_BROKEN, WORDS_LENGTH; COMPARED_ANEW when the comparison has come to another outcome since */
    @Transactional
    public void confirm(UUID id, String reason, String by) {
        RecheckView recheck = mustBeProposed(id, by);
        String words = Filing.words(reason);
        if (recheck.state().isAppeal()) {
            decideAppeal(recheck, words, by);
        } else {
            decideRecheck(recheck, words, by);
        }
    }

    private void decideRecheck(RecheckView recheck, String words, String by) {
        Compared compared = compared(recheck);
        Outcome outcome = outcome(compared);
        if (outcome != proposed(recheck.id())) {
            throw new Refused(AppealRefusal.COMPARED_ANEW);
        }
        if (compared.differs()) {
            parts.get(recheck.part()).correct(recheck.subject(), new PartRecheck.Cause(recheck.id(), words, by));
        }
        LocalDate until = workingDays.after(
                clock.today(), policies.byId(recheck.policy()).number(PolicyTerm.APPEAL_WORKING_DAYS));
        filing.step(recheck.id(), new Filing.Said("DECIDED", outcome, words, compared, by));
        filing.state(recheck.id(), outcome == Outcome.CHANGED ? RecheckState.CHANGED : RecheckState.UPHELD);
        sql.update("UPDATE recheck SET appeal_until = ? WHERE id = ?", until, recheck.id());
        auditing.note("decided", "recheck", recheck.id(), outcome.name());
        tell(recheck, outcome == Outcome.CHANGED ? "appeal_changed" : "appeal_upheld", until);
    }

    private void decideAppeal(RecheckView recheck, String words, String by) {
        Outcome outcome = proposed(recheck.id());
        filing.step(recheck.id(), new Filing.Said("APPEAL_DECIDED", outcome, words, null, by));
        auditing.note("decided the appeal", "recheck", recheck.id(), outcome.name());
        if (outcome == Outcome.DISMISSED) {
            filing.state(recheck.id(), RecheckState.DISMISSED);
            tell(recheck, "appeal_dismissed", clock.today());
            return;
        }
        LocalDate due = workingDays.after(
                clock.today(), policies.byId(recheck.policy()).number(PolicyTerm.RECHECK_ANSWER_WORKING_DAYS));
        sql.update(
                "UPDATE recheck SET round = round + 1, answer_due = ?, appeal_until = NULL WHERE id = ?",
                due,
                recheck.id());
        filing.state(recheck.id(), RecheckState.ASKED);
        tell(recheck, "appeal_again", due);
    }

    private void tell(RecheckView recheck, String template, LocalDate day) {
        messaging.toPerson(
                recheck.person(),
                template,
                qualifications.get(recheck.qualification()).zh(),
                day.toString());
    }

    private RecheckView mustBeProposed(UUID id, String by) {
        RecheckView recheck = mayAct(id, by);
        if (!recheck.state().isProposed()) {
            throw new Refused(AppealRefusal.CLOSED);
        }
        return recheck;
    }

    /** Holds the recheck until the transaction ends. */
    private RecheckView mayAct(UUID id, String by) {
        filing.hold(id);
        RecheckView recheck = rechecks.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!recheck.state().waits()) {
            throw new Refused(AppealRefusal.CLOSED);
        }
        List<FourEyes.Step> steps = Rechecks.ofStaff(rechecks.steps(id));
        boolean made = parts.get(recheck.part()).made(recheck.subject()).contains(by);
        if (made || !FourEyes.mayAct(by, steps, recheck.round(), recheck.state())) {
            throw new Refused(AppealRefusal.SAME_PERSON);
        }
        return recheck;
    }

    private Compared compared(RecheckView recheck) {
        return parts.get(recheck.part())
                .compare(recheck.subject(), Rechecks.roundBegan(recheck, rechecks.steps(recheck.id())));
    }

    private static Outcome outcome(Compared compared) {
        return Verdict.of(compared.recordHolds(), compared.differs(), compared.movedSince())
                .orElseThrow(() -> new Refused(AppealRefusal.RECORD_BROKEN));
    }

    private Outcome proposed(UUID recheck) {
        return rechecks.steps(recheck).stream()
                .filter(step -> step.kind().endsWith("PROPOSED"))
                .reduce((earlier, later) -> later)
                .map(RecheckStep::outcome)
                .orElseThrow();
    }
}
