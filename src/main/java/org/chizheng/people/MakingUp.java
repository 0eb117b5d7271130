package org.chizheng.people;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.rule.CitizenId;

/**
 * Makes up persons for rehearsals. Their document type is their own, so that no search by a citizen's number finds them, and their numbers
 * begin with a region that was never assigned (00), with a check character that is right.
 */
@ApplicationScoped
public class MakingUp {
    static final String REHEARSAL = "REHEARSAL";
    private static final String INSERT = """
            INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final LocalDate OLDEST = LocalDate.of(1970, 1, 1);
    private static final int BIRTHDAYS = 365 * 30;
    private final Sql sql;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final SecureRandom random = new SecureRandom();

    public MakingUp(Sql sql, Sealer sealer, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
    }

    @Transactional
    public List<MadeUp> makeUp(int count) {
        Instant now = clock.now();
        List<MadeUp> persons = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            CitizenId citizen = number();
            MadeUp person = new MadeUp(Ids.next(), "演练" + i, citizen.number());
            persons.add(person);
            rows.add(new Object[] {
                person.id(),
                REHEARSAL,
                sealer.index(REHEARSAL + ":" + citizen.number(), Person.NUMBER),
                sealer.seal(citizen.number(), Person.NUMBER, person.id()),
                person.name(),
                citizen.male() ? "MALE" : "FEMALE",
                citizen.birthDate(),
                now
            });
        }
        sql.batch(INSERT, rows);
        return persons;
    }

    private CitizenId number() {
        String first17 = "00%04d%s%03d"
                .formatted(
                        random.nextInt(10_000),
                        OLDEST.plusDays(random.nextInt(BIRTHDAYS)).format(DateTimeFormatter.BASIC_ISO_DATE),
                        random.nextInt(1000));
        return CitizenId.parse(first17 + CitizenId.checkCharacter(first17));
    }
}
