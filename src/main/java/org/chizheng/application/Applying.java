package org.chizheng.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.message.Messaging;
import org.chizheng.people.Identifying;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerms;

/** Sends an application to the authority that was chosen, any one of the province. The policy of the day decides whether it may be made; the database keeps one open for each qualification. */
@ApplicationScoped
public class Applying {
    static final String ADDRESS = "application.address";
    static final String HEALTH = "application.health";
    private static final String INSERT = """
            INSERT INTO application (id, number, person_id, qualification, kind, channel, enterprise_id, provider_id, region, policy, state, applied_at, answer_due,
              education, occupation, address_sealed, health_sealed, training_hours, training_from, training_until, undertaken_at, submitted_at, submitted_by, decide_due)
            VALUES (?, 'BM' || to_char(?::date, 'YYYYMMDD') || nextval('application_number'), ?, ?, ?, ?, ?, ?, ?, ?, 'SUBMITTED', ?, ?,
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person_id, qualification) WHERE state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED') DO NOTHING""";
    private final Persons persons;
    private final Identifying identifying;
    private final Objections objections;
    private final Applications applications;
    private final Policies policies;
    private final Choices choices;
    private final AnswerClock due;
    private final History history;
    private final Messaging messaging;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;

    public Applying(
            Persons persons,
            Identifying identifying,
            Objections objections,
            Applications applications,
            Policies policies,
            Choices choices,
            AnswerClock due,
            History history,
            Messaging messaging,
            Sealer sealer,
            OfficialClock clock,
            Sql sql) {
        this.persons = persons;
        this.identifying = identifying;
        this.objections = objections;
        this.applications = applications;
        this.policies = policies;
        this.choices = choices;
        this.due = due;
        this.history = history;
        this.messaging = messaging;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
    }

    /** Who sends it: the candidate, an enterprise for its people, or the counter. enterprise: null for none. */
    public record Sender(String channel, UUID enterprise, String principal) {}

    /**
     * @return the application
     * @throws NotEligible with all that stands against it
     * @throws Refused when a field is wrong, or an application for the qualification is open already
     */
    @Transactional
    public UUID apply(UUID personId, ApplyForm form, Sender sender) {
        Person person = persons.findById(personId);
        LocalDate today = clock.today();
        Asked asked = mustBeAllowed(person, form, today);
        keepPhone(personId, form.phone(), sender.channel());
        PolicyTerms policy = policies.inForce(asked.qualification(), today);
        UUID id = Ids.next();
        if (insert(id, person, asked, form, sender, policy) == 0) {
            throw new Refused(ApplicationRefusal.ALREADY_OPEN);
        }
        history.note(id, "SUBMITTED", sender.principal(), "");
        ApplicationView sent = applications.find(id).orElseThrow();
        messaging.toPerson(
                personId,
                "application_submitted",
                sent.number(),
                sent.answerDue().toString());
        return id;
    }

    private void keepPhone(UUID person, String phone, String channel) {
        switch (channel) {
            case "COUNTER" -> identifying.keepVouchedPhone(person, phone);
            case "CANDIDATE" -> identifying.keepOwnPhone(person, phone);
            default -> identifying.keepPhone(person, phone);
        }
    }

    /** What {@link #apply} would refuse, without sending anything. */
    Asked mustBeAllowed(Person person, ApplyForm form, LocalDate today) {
        Asked asked = form.asked(today);
        choices.mustBeQualification(asked.qualification());
        choices.mustBeAuthority(form.region());
        choices.provider(form.provider());
        if (!form.isUndertaken()) {
            throw new Refused(ApplicationRefusal.NOT_UNDERTAKEN);
        }
        if (applications.isOpen(person.id(), asked.qualification())) {
            throw new Refused(ApplicationRefusal.ALREADY_OPEN);
        }
        List<ObjectionView> against = objections.against(person, asked, today);
        if (!against.isEmpty()) {
            throw new NotEligible(against);
        }
        return asked;
    }

    private int insert(UUID id, Person person, Asked asked, ApplyForm form, Sender sender, PolicyTerms policy) {
        LocalDate today = clock.today();
        ApplyForm.Training training = form.training(today);
        String illnesses = asked.illnesses() == null ? null : String.join(",", asked.illnesses());
        return sql.update(
                INSERT,
                id,
                today,
                person.id(),
                asked.qualification(),
                asked.kind().name(),
                sender.channel(),
                choices.enterprise(sender.enterprise(), person.id(), today),
                choices.provider(form.provider()),
                form.region(),
                policy.id(),
                clock.now(),
                due.answer(policy, today),
                asked.education().name(),
                form.occupation(),
                form.address().isEmpty() ? null : sealer.seal(form.address(), ADDRESS, id),
                illnesses == null ? null : sealer.seal(illnesses, HEALTH, id),
                training == null ? null : training.hours(),
                training == null ? null : training.from(),
                training == null ? null : training.until(),
                clock.now(),
                clock.now(),
                sender.principal(),
                due.decision(policy, today));
    }
}
