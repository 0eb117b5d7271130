package org.chizheng.training;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.IdForm;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.Registering;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Whether a training can be recorded as it was written. Nothing is written here. */
@ApplicationScoped
class TrainingChecks {
    private static final int MOST_HOURS = 2000;
    private static final int LONGEST = 500;
    private static final int EARLIEST = 1990;
    private static final String TWICE = """
            SELECT 1 FROM training_record WHERE person_id = ? AND qualification = ? AND kind = ? AND started_on = ? AND ended_on = ?
            AND provider_id IS NOT DISTINCT FROM ? AND (?::uuid IS NOT NULL OR enterprise_id = ?)""";
    private final Registering registering;
    private final Persons persons;
    private final Providers providers;
    private final Qualifications qualifications;
    private final OfficialClock clock;
    private final Sealer sealer;
    private final Sql sql;

    TrainingChecks(
            Registering registering,
            Persons persons,
            Providers providers,
            Qualifications qualifications,
            OfficialClock clock,
            Sealer sealer,
            Sql sql) {
        this.registering = registering;
        this.persons = persons;
        this.providers = providers;
        this.qualifications = qualifications;
        this.clock = clock;
        this.sealer = sealer;
        this.sql = sql;
    }

    /** @throws Refused for the first thing that does not hold */
    Checked check(Source source, TrainingForm form) {
        registering.check(form.name(), form.idNumber());
        String number = IdForm.of(form.idNumber()).document().number();
        String qualification = qualifications
                .named(text(form.qualification()))
                .map(QualificationView::code)
                .orElseThrow(() -> new Refused(TrainingRefusal.QUALIFICATION_UNKNOWN));
        String kind =
                TrainingKinds.named(text(form.kind())).orElseThrow(() -> new Refused(TrainingRefusal.KIND_UNKNOWN));
        if (form.hours() == null || form.hours() < 1 || form.hours() > MOST_HOURS) {
            throw new Refused(TrainingRefusal.HOURS_INVALID, MOST_HOURS);
        }
        mustBeOver(form.startedOn(), form.endedOn());
        String content = text(form.content());
        if (content.isEmpty() || content.length() > LONGEST) {
            throw new Refused(TrainingRefusal.CONTENT_MISSING, LONGEST);
        }
        if (form.passed() == null) {
            throw new Refused(TrainingRefusal.PASSED_UNKNOWN);
        }
        Checked checked = new Checked(
                text(form.name()),
                number,
                qualification,
                kind,
                form.hours(),
                form.startedOn(),
                form.endedOn(),
                content,
                form.passed(),
                trainer(source, text(form.trainer()), form),
                source.provider() == null ? source.enterprise() : enterprise(text(form.enterprise())));
        persons.findByIdNumber(number).ifPresent(person -> mustBeNew(source, checked, person));
        return checked;
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    private void mustBeOver(LocalDate started, LocalDate ended) {
        if (started == null
                || ended == null
                || ended.isBefore(started)
                || ended.isAfter(clock.today())
                || started.getYear() < EARLIEST) {
            throw new Refused(TrainingRefusal.DATES_INVALID);
        }
    }

    /** By name or identity number, among those of the provider; there at the end of the training. */
    private UUID trainer(Source source, String asked, TrainingForm form) {
        if (asked.isEmpty()) {
            return null;
        }
        List<TrainerView> found = source.provider() == null
                ? List.of()
                : providers.trainers(source.provider()).stream()
                        .filter(t -> t.name().equals(asked)
                                || persons.findById(t.personId())
                                        .idNumber(sealer)
                                        .equalsIgnoreCase(asked))
                        .toList();
        List<TrainerView> there =
                found.stream().filter(t -> t.isThereOn(form.endedOn())).toList();
        if (found.isEmpty() || there.size() > 1) {
            throw new Refused(TrainingRefusal.TRAINER_UNKNOWN);
        }
        if (there.isEmpty()) {
            throw new Refused(TrainingRefusal.TRAINER_NOT_THERE);
        }
        return there.get(0).id();
    }

    private UUID enterprise(String creditCode) {
        return creditCode.isEmpty()
                ? null
                : sql.first(
                                "SELECT id FROM enterprise WHERE credit_code = ?",
                                row -> row.getObject(1, UUID.class),
                                creditCode)
                        .orElseThrow(() -> new Refused(TrainingRefusal.ENTERPRISE_UNKNOWN));
    }

    private void mustBeNew(Source source, Checked checked, Person person) {
        if (sql.first(
                        TWICE,
                        row -> true,
                        person.id(),
                        checked.qualification(),
                        checked.kind(),
                        checked.startedOn(),
                        checked.endedOn(),
                        source.provider(),
                        source.provider(),
                        source.enterprise())
                .isPresent()) {
            throw new Refused(TrainingRefusal.RECORDED_ALREADY);
        }
    }
}
