package org.chizheng.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.ApplicationState.Act;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Identifying;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;

/** What the applicant does after sending: mends what was returned and sends it again, which starts the authority's clocks anew, or withdraws. The policy stays that of the first day. */
@ApplicationScoped
public class Mending {
    private static final String MEND = """
            UPDATE application SET education = ?, occupation = ?, address_sealed = COALESCE(?, address_sealed), health_sealed = ?, training_hours = ?, training_from = ?,
              training_until = ?, provider_id = ?, submitted_at = ?, submitted_by = ?, answer_due = ?, decide_due = ? WHERE id = ?""";
    private static final String BOOKED = """
            SELECT 1 FROM enrolment e JOIN exam_session s ON s.id = e.session_id WHERE e.application_id = ? AND s.state <> 'ENDED'""";
    private final Moving moving;
    private final Objections objections;
    private final Persons persons;
    private final Identifying identifying;
    private final Policies policies;
    private final Choices choices;
    private final AnswerClock due;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;

    public Mending(
            Moving moving,
            Objections objections,
            Persons persons,
            Identifying identifying,
            Policies policies,
            Choices choices,
            AnswerClock due,
            Sealer sealer,
            OfficialClock clock,
            Sql sql) {
        this.moving = moving;
        this.objections = objections;
        this.persons = persons;
        this.identifying = identifying;
        this.policies = policies;
        this.choices = choices;
        this.due = due;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * Qualification, kind and authority stay as they were.
     *
     * @throws NotEligible with all that stands against it
     */
    @Transactional
    public void mend(UUID id, ApplyForm form, String by) {
        ApplicationView application = moving.locked(id, Act.MEND);
        if (!form.isUndertaken()) {
            throw new Refused(ApplicationRefusal.NOT_UNDERTAKEN);
        }
        form.qualification = application.qualification();
        form.kind = application.kind().name();
        Person person = persons.findById(application.personId());
        Asked asked = form.asked(clock.today());
        List<ObjectionView> against = objections.against(person, asked, OfficialClock.dateOf(application.appliedAt()));
        if (!against.isEmpty()) {
            throw new NotEligible(against);
        }
        if ("ENTERPRISE".equals(application.channel())) {
            identifying.keepPhone(person.id(), form.phone());
        } else {
            identifying.keepOwnPhone(person.id(), form.phone());
        }
        keep(application, asked, form, by);
        moving.move(application, Act.MEND, "RESUBMITTED", by, "");
    }

    private void keep(ApplicationView application, Asked asked, ApplyForm form, String by) {
        LocalDate today = clock.today();
        UUID id = application.id();
        ApplyForm.Training training = form.training(today);
        PolicyTerms policy = policies.byId(application.policy());
        sql.update(
                MEND,
                asked.education().name(),
                form.occupation(),
                form.address().isEmpty() ? null : sealer.seal(form.address(), Applying.ADDRESS, id),
                asked.illnesses() == null
                        ? null
                        : sealer.seal(String.join(",", asked.illnesses()), Applying.HEALTH, id),
                training == null ? null : training.hours(),
                training == null ? null : training.from(),
                training == null ? null : training.until(),
                choices.provider(form.provider()),
                clock.now(),
                by,
                due.answer(policy, today),
                due.decision(policy, today),
                id);
    }

    /** @throws Refused BOOKED while a seat is booked with it */
    @Transactional
    public void withdraw(UUID id, String by) {
        ApplicationView application = moving.locked(id, Act.WITHDRAW);
        if (sql.first(BOOKED, row -> true, id).isPresent()) {
            throw new Refused(ApplicationRefusal.BOOKED);
        }
        moving.move(application, Act.WITHDRAW, "WITHDRAWN", by, "");
    }
}
