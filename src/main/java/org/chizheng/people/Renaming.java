package org.chizheng.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Gives a person another name, by the document that says so; the name until then stays on record. */
@ApplicationScoped
public class Renaming {
    private static final String KEEP = """
            INSERT INTO person_former_name (id, person_id, name, document, actor, recorded_at) VALUES (?, ?, ?, ?, ?, ?)""";
    private final Persons persons;
    private final PrintableNames printable;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Renaming(Persons persons, PrintableNames printable, Sql sql, OfficialClock clock, Auditing auditing) {
        this.persons = persons;
        this.printable = printable;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * Nothing happens when the person bears the name already.
     *
     * @return the name as it is from now on
     * @throws Refused NAME_INVALID, or NAME_UNPRINTABLE if a certificate could not show it
     */
    @Transactional
    public String rename(UUID id, String name, String document, String by) {
        Person person = persons.findByIdOptional(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        String tidy = Registering.tidy(name);
        if (person.name().equals(tidy)) {
            return tidy;
        }
        String unprintable = printable.unprintable(tidy);
        if (!unprintable.isEmpty()) {
            throw new Refused(PeopleRefusal.NAME_UNPRINTABLE, unprintable);
        }
        sql.update(KEEP, Ids.next(), id, person.rename(tidy), document, by, clock.now());
        auditing.note("renamed", "person", id, "");
        return tidy;
    }
}
