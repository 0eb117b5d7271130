package org.chizheng.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;

/** Finds or creates the person of a document. A known number with another name is refused: people match by number, and a mistyped number must not pass for somebody else. */
@ApplicationScoped
public class Registering {
    private final Persons persons;
    private final PrintableNames printable;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Registering(
            Persons persons, PrintableNames printable, Sealer sealer, OfficialClock clock, Auditing auditing) {
        this.persons = persons;
        this.printable = printable;
        this.sealer = sealer;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** By a number whose form tells its type; a passport's does not. */
    @Transactional
    public Person register(String name, String idNumber) {
        return register(name, IdForm.of(idNumber));
    }

    /** @throws Refused if number or name can be nobody's, the number bears another name, or birth or sex of somebody new is not known */
    @Transactional
    public Person register(String name, IdForm form) {
        IdForm.Told told = form.told(clock.today());
        String tidy = tidy(name);
        Person known = persons.findBy(told.document()).orElse(null);
        if (known != null) {
            mustBe(known, tidy);
            return known;
        }
        mustBePrintable(tidy);
        Person person = new Person(told.mustBeWhole(), tidy, sealer, clock.now());
        persons.persist(person);
        auditing.note(
                "registered", "person", person.id(), told.document().type().name());
        return person;
    }

    /** What {@link #register} would refuse, without registering anybody. */
    public void check(String name, String idNumber) {
        IdForm.Told told = IdForm.of(idNumber).told(clock.today());
        String tidy = tidy(name);
        Person known = persons.findBy(told.document()).orElse(null);
        if (known == null) {
            mustBePrintable(tidy);
            told.mustBeWhole();
        } else {
            mustBe(known, tidy);
        }
    }

    private static void mustBe(Person known, String name) {
        if (!known.name().equals(name)) {
            throw new Refused(PeopleRefusal.NAME_DIFFERS);
        }
    }

    /** The number as it is kept. Looks at the words alone, not at who is known. @throws Refused if name or number cannot be anybody's */
    public String wellFormed(String name, String idNumber) {
        mustBePrintable(tidy(name));
        return IdForm.of(idNumber).document().number();
    }

    /** @throws Refused NAME_INVALID if there is none or it has more than 60 characters */
    public static String tidy(String name) {
        String tidy = name == null ? "" : name.strip();
        if (tidy.isEmpty() || tidy.length() > 60) {
            throw new Refused(PeopleRefusal.NAME_INVALID);
        }
        return tidy;
    }

    private void mustBePrintable(String name) {
        String unprintable = printable.unprintable(name);
        if (!unprintable.isEmpty()) {
            throw new Refused(PeopleRefusal.NAME_UNPRINTABLE, unprintable);
        }
    }
}
