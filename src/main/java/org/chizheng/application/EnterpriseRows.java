package org.chizheng.application;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.Kind;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.people.IdDocuments;
import org.chizheng.people.PeopleRefusal;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Enterprises;

/** Understands the rows of an enterprise's sheet and says of each what would become of it. */
@ApplicationScoped
public class EnterpriseRows {
    private final Persons persons;
    private final Enterprises enterprises;
    private final Applications applications;
    private final Applying applying;
    private final HealthConditions conditions;
    private final Qualifications qualifications;
    private final OfficialClock clock;

    public EnterpriseRows(
            Persons persons,
            Enterprises enterprises,
            Applications applications,
            Applying applying,
            HealthConditions conditions,
            Qualifications qualifications,
            OfficialClock clock) {
        this.persons = persons;
        this.enterprises = enterprises;
        this.applications = applications;
        this.applying = applying;
        this.conditions = conditions;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    /** What becomes of a row: sent, nothing since one is open already, or refused. */
    public enum Outcome {
        NEW,
        ALREADY,
        REFUSED
    }

    /**
     * @param qualification as it was written
     * @param person null unless it is sent
     * @param refused null unless it is refused
     */
    public record Answered(
            int number,
            String name,
            String qualification,
            Outcome outcome,
            UUID person,
            ApplyForm form,
            Refused refused) {
        /** Why it is refused; everything, with what would cure it. */
        public List<String> reasons(String lang) {
            if (refused == null) {
                return List.of();
            }
            if (refused instanceof NotEligible not) {
                return not.objections().stream()
                        .map(o -> o.text(lang) + " " + o.article() + " " + o.cure(lang))
                        .toList();
            }
            return List.of(Messages.get(lang, refused.reason().messageKey(), refused.arguments()));
        }

        /** The colour of its badge. */
        public String badge() {
            return switch (outcome) {
                case NEW -> "badge-ok";
                case ALREADY -> "badge-warn";
                case REFUSED -> "badge-bad";
            };
        }
    }

    /** Repeated rows are refused: which of them counts is for the enterprise to say. */
    @Transactional
    List<Answered> answers(List<Line> lines, UUID enterprise, String region) {
        List<Answered> answers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            answers.add(answer(line, enterprise, region, seen));
        }
        return answers;
    }

    private Answered answer(Line line, UUID enterprise, String region, Set<String> seen) {
        ApplyForm form = form(line, region);
        try {
            if (!line.formulas().isEmpty()) {
                throw new Refused(CommonRefusal.FIELD_INVALID, line.formulas().get(0), "");
            }
            Person person = person(line, enterprise);
            if (!seen.add(person.id() + form.qualification())) {
                throw new Refused(ApplicationRefusal.ALREADY_OPEN);
            }
            if (applications.isOpen(person.id(), form.qualification())) {
                return answered(line, Outcome.ALREADY, null, form, null);
            }
            applying.mustBeAllowed(person, form, clock.today());
            return answered(line, Outcome.NEW, person.id(), form, null);
        } catch (Refused refused) {
            return answered(line, Outcome.REFUSED, null, form, refused);
        }
    }

    private static Answered answered(Line line, Outcome outcome, UUID person, ApplyForm form, Refused refused) {
        return new Answered(
                line.number(), line.text("name"), line.text("qualification"), outcome, person, form, refused);
    }

    /** Number first, then the name: of a number that is not one of the enterprise's own people nothing is told. */
    private Person person(Line line, UUID enterprise) {
        Person person = persons.findBy(IdDocuments.named(line.text("id_type"), line.text("id_number")))
                .filter(found -> enterprises.employs(List.of(enterprise), found.id(), clock.today()))
                .orElseThrow(() -> new Refused(ApplicationRefusal.NOT_ON_POST));
        if (!person.name().equals(line.text("name"))) {
            throw new Refused(PeopleRefusal.NAME_DIFFERS);
        }
        return person;
    }

    /** A row as if it had been typed into the form. */
    private ApplyForm form(Line line, String region) {
        ApplyForm form = new ApplyForm();
        form.qualification = qualifications
                .named(line.text("qualification"))
                .map(QualificationView::code)
                .orElse("");
        form.kind = code(Kind.values(), "kind", line.text("kind").isEmpty() ? "INITIAL" : line.text("kind"));
        form.education = code(Education.values(), "education", line.text("education"));
        form.region = region;
        form.occupation = line.text("occupation");
        form.phone = line.text("phone");
        form.address = line.text("address");
        form.hours = line.text("hours");
        form.from = day(line.text("from"));
        form.until = day(line.text("until"));
        form.provider = line.text("provider");
        form.undertaken = "true";
        declare(form, line.text("health"));
        return form;
    }

    private void declare(ApplyForm form, String words) {
        boolean none = Stream.of("zh", "en")
                .anyMatch(
                        lang -> Messages.get(lang, "application_sheet_healthy").equalsIgnoreCase(words));
        form.health = words.isEmpty() ? "" : none ? "NONE" : "SOME";
        form.illness = conditions.all().stream()
                .filter(c -> words.contains(c.zh()) || words.contains(c.en()))
                .map(HealthConditions.Condition::code)
                .toList();
    }

    private static String code(Enum<?>[] values, String what, String words) {
        return Stream.of(values)
                .map(Enum::name)
                .filter(name -> name.equals(words)
                        || Messages.get("zh", "application_" + what + "_" + name)
                                .equals(words)
                        || Messages.get("en", "application_" + what + "_" + name)
                                .equalsIgnoreCase(words))
                .findFirst()
                .orElse(words);
    }

    /** 2026/5/1, 2026.5.1 and 2026年5月1日 as 2026-05-01; anything else stays as it is and is refused as a date. */
    private static String day(String text) {
        String[] parts = text.replaceAll("[/.年月]", "-").replace("日", "").split("-");
        return parts.length == 3 && List.of(parts).stream().allMatch(part -> part.matches("\\d{1,4}"))
                ? "%s-%02d-%02d".formatted(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                : text;
    }
}
