package org.chizheng.application;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.ApplicationState.Act;
import org.chizheng.application.rule.EligibilityRule;
import org.chizheng.application.rule.Kind;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;

/** The authority's answer: accepts when nothing stands against it, returns with what is missing, or refuses by a rule. */
@ApplicationScoped
public class Reviewing {
    private static final int LONGEST_NOTE = 500;
    private static final String RECORD = """
            INSERT INTO training_record (id, person_id, qualification, kind, provider_id, enterprise_id, hours, started_on, ended_on, content, passed, recorded_at, recorded_by)
            SELECT ?, person_id, qualification, ?, provider_id, enterprise_id, training_hours, training_from, training_until, number, true, ?, ?
            FROM application WHERE id = ? AND training_hours IS NOT NULL AND num_nonnulls(provider_id, enterprise_id) >= 1
              AND NOT EXISTS (SELECT 1 FROM training_record t WHERE t.person_id = application.person_id AND t.qualification = application.qualification
                              AND t.started_on = training_from AND t.ended_on = training_until AND t.hours = training_hours)""";
    private final Moving moving;
    private final Objections objections;
    private final Dossiers dossiers;
    private final Persons persons;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;

    public Reviewing(
            Moving moving,
            Objections objections,
            Dossiers dossiers,
            Persons persons,
            Sealer sealer,
            OfficialClock clock,
            Sql sql) {
        this.moving = moving;
        this.objections = objections;
        this.dossiers = dossiers;
        this.persons = persons;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
    }

    /**
     * Declared hours go on record with it.
     *
     * @param photoReason why the photo is taken in spite of what was found, where something was
     * @throws NotEligible with all that stands against it by what is known now
     * @throws Refused PHOTO_MISSING, PHOTO_REASON_MISSING
     */
    @Transactional
    public void accept(UUID id, String photoReason, String by) {
        ApplicationView application = moving.locked(id, Act.ACCEPT);
        List<ObjectionView> against = standing(application);
        if (!against.isEmpty()) {
            throw new NotEligible(against);
        }
        Person person = persons.findById(application.personId());
        if (person.photo(sealer) == null) {
            throw new Refused(ApplicationRefusal.PHOTO_MISSING);
        }
        String reason = tidy(photoReason);
        if (!application.photoFindings().isEmpty()) {
            if (reason.isEmpty()) {
                throw new Refused(ApplicationRefusal.PHOTO_REASON_MISSING);
            }
            sql.update("UPDATE application SET photo_reason = ? WHERE id = ?", reason, id);
        }
        String kind = application.kind() == Kind.RENEWAL ? "RENEWAL" : "INITIAL";
        sql.update(RECORD, Ids.next(), kind, clock.now(), by, id);
        moving.move(application, Act.ACCEPT, "ACCEPTED", by, "");
    }

    /** What stands against it now, by the policy of the day of application. */
    @Transactional
    public List<ObjectionView> standing(ApplicationView application) {
        return objections.against(
                persons.findById(application.personId()),
                dossiers.asked(application),
                OfficialClock.dateOf(application.appliedAt()));
    }

    /** @param note what is missing */
    @Transactional
    public void giveBack(UUID id, String note, String by) {
        ApplicationView application = moving.locked(id, Act.RETURN);
        moving.move(application, Act.RETURN, "RETURNED", by, needed(note));
    }

    /**
     * @param rules names of the rules that it breaks, at least one
     * @param note what the applicant is told beside them
     */
    @Transactional
    public void refuse(UUID id, List<String> rules, String note, String by) {
        ApplicationView application = moving.locked(id, Act.REFUSE);
        List<EligibilityRule> broken = Arrays.stream(EligibilityRule.values())
                .filter(rule -> rules != null && rules.contains(rule.name()))
                .toList();
        if (broken.isEmpty()) {
            throw new Refused(ApplicationRefusal.RULE_MISSING);
        }
        String words = needed(note);
        for (EligibilityRule rule : broken) {
            sql.update(
                    "INSERT INTO application_objection (id, application_id, rule, article, stated_at, stated_by) VALUES (?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    id,
                    rule.name(),
                    objections.article(rule, application.policy(), application.kind()),
                    clock.now(),
                    by);
        }
        moving.move(application, Act.REFUSE, "REFUSED", by, words);
    }

    private static String needed(String note) {
        String tidy = tidy(note);
        if (tidy.isEmpty()) {
            throw new Refused(ApplicationRefusal.NOTE_MISSING);
        }
        return tidy;
    }

    private static String tidy(String text) {
        String tidy = text == null ? "" : text.strip();
        if (tidy.length() > LONGEST_NOTE) {
            throw new Refused(ApplicationRefusal.TOO_LONG, "note", LONGEST_NOTE);
        }
        return tidy;
    }
}
