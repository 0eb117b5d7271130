package org.chizheng.training;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Registering;
import org.chizheng.workforce.rule.CreditCode;

/** Enters training providers and who trains there. */
@ApplicationScoped
public class Providing {
    private static final int LONGEST = 100;
    private static final String TRAINER = """
            INSERT INTO trainer (id, provider_id, person_id, since) SELECT ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM trainer t WHERE t.provider_id = ? AND t.person_id = ? AND (t.until IS NULL OR t.until >= ?))""";
    private final Registering registering;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Providing(Registering registering, OfficialClock clock, Sql sql, Auditing auditing) {
        this.registering = registering;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused CREDIT_CODE, CREDIT_CODE_TAKEN, or NAME_INVALID unless it has 1 to 100 characters */
    @Transactional
    public UUID provider(String creditCode, String name, String region) {
        String code = creditCode == null ? "" : creditCode.strip();
        String tidy = name == null ? "" : name.strip();
        if (!CreditCode.isValid(code)) {
            throw new Refused(TrainingRefusal.CREDIT_CODE);
        }
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new Refused(TrainingRefusal.NAME_INVALID);
        }
        UUID id = Ids.next();
        if (sql.update(
                        "INSERT INTO training_provider (id, credit_code, name, region, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (credit_code) DO NOTHING",
                        id,
                        code,
                        tidy,
                        region,
                        clock.now())
                == 0) {
            throw new Refused(TrainingRefusal.CREDIT_CODE_TAKEN);
        }
        auditing.note("entered", "training-provider", id, region);
        return id;
    }

    /** @throws Refused ALREADY_TRAINER, DATES_INVALID without a day, or why the person cannot be registered */
    @Transactional
    public UUID trainer(UUID provider, String name, String idNumber, LocalDate since) {
        if (since == null) {
            throw new Refused(TrainingRefusal.DATES_INVALID);
        }
        Person person = registering.register(name, idNumber);
        UUID id = Ids.next();
        if (sql.update(TRAINER, id, provider, person.id(), since, provider, person.id(), since) == 0) {
            throw new Refused(TrainingRefusal.ALREADY_TRAINER);
        }
        auditing.note("took on", "trainer", id, "at " + provider);
        return id;
    }

    /** @param last day at the provider. @throws Refused DATES_INVALID before the first one, or when the trainer has left already */
    @Transactional
    public void leave(TrainerView trainer, LocalDate last) {
        if (last == null || last.isBefore(trainer.since()) || trainer.until() != null) {
            throw new Refused(TrainingRefusal.DATES_INVALID);
        }
        sql.update("UPDATE trainer SET until = ? WHERE id = ? AND until IS NULL", last, trainer.id());
        auditing.note("left", "trainer", trainer.id(), "on " + last);
    }
}
