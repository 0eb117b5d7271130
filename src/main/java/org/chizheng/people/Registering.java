package org.chizheng.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.people.rule.CitizenId;

/** Finds or creates the person of an identity number. A known number with another name is refused: people match by number, and a mistyped number must not pass for somebody else. */
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

    @Transactional
    public Person register(String name, String idNumber) {
        CitizenId citizen = parse(idNumber);
        String tidy = tidy(name);
        Person known = persons.findByIdNumber(citizen.number()).orElse(null);
        if (known != null) {
            if (!known.name().equals(tidy)) {
                throw new Refused(PeopleRefusal.NAME_DIFFERS);
            }
            return known;
        }
        mustBePrintable(tidy);
        Person person = new Person(citizen, tidy, sealer, clock.now());
        persons.persist(person);
        auditing.note("registered", "person", person.id(), "");
        return person;
    }

    /** What {@link #register} would refuse, without registering anybody. */
    public void check(String name, String idNumber) {
        CitizenId citizen = parse(idNumber);
        String tidy = tidy(name);
        Person known = persons.findByIdNumber(citizen.number()).orElse(null);
        if (known == null) {
            mustBePrintable(tidy);
        } else if (!known.name().equals(tidy)) {
            throw new Refused(PeopleRefusal.NAME_DIFFERS);
        }
    }

    /** The number as it is kept. Looks at the words alone, not at who is known. @throws Refused if name or number cannot be anybody's */
    public String wellFormed(String name, String idNumber) {
        mustBePrintable(tidy(name));
        return parse(idNumber).number();
    }

    /** @throws Refused NAME_INVALID if there is none or it has more than 60 characters */
    static String tidy(String name) {
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

    private static CitizenId parse(String idNumber) {
        try {
            return CitizenId.parse(idNumber == null ? "" : idNumber);
        } catch (IllegalArgumentException e) {
            throw new Refused(PeopleRefusal.valueOf("ID_NUMBER_" + e.getMessage()));
        }
    }
}
