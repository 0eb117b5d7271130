package org.chizheng.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.rule.IdDocument;

/** Registers many people at once, whom somebody has looked for among those known. */
@ApplicationScoped
public class Enlisting {
    private static final int PIECE = 5_000;
    private static final String INSERT = """
            INSERT INTO person (id, id_type, id_number_index, id_number_sealed, name, sex, birth_date, created_at)
            SELECT u.id, u.id_type, u.number_index, u.sealed, u.name, u.sex, u.birth, ?
            FROM unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::text[]::date[]) u (id, id_type, number_index, sealed, name, sex, birth)
            ON CONFLICT (id_type, id_number_index) DO NOTHING""";
    private final Sql sql;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Enlisting(Sql sql, Sealer sealer, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** Somebody new. name: tidy and printable. */
    public record Newcomer(IdDocument document, String name, LocalDate birthDate, boolean male) {}

    /** Who has become known in the meantime is passed over, whatever the name: look for everybody again afterwards. */
    @Transactional
    public void enlist(Collection<Newcomer> newcomers) {
        List<Newcomer> all = List.copyOf(newcomers);
        Instant now = clock.now();
        int registered = 0;
        for (int from = 0; from < all.size(); from += PIECE) {
            registered += insert(all.subList(from, Math.min(all.size(), from + PIECE)), now);
        }
        if (registered > 0) {
            auditing.note("registered", "people", Ids.next(), registered + " people");
        }
    }

    private int insert(List<Newcomer> some, Instant now) {
        int count = some.size();
        Object[][] columns = {
            new UUID[count],
            new String[count],
            new byte[count][],
            new byte[count][],
            new String[count],
            new String[count],
            new String[count]
        };
        for (int i = 0; i < count; i++) {
            Newcomer one = some.get(i);
            UUID id = Ids.next();
            columns[0][i] = id;
            columns[1][i] = one.document().type().name();
            columns[2][i] = Person.indexOf(one.document(), sealer);
            columns[3][i] = sealer.seal(one.document().number(), Person.NUMBER, id);
            columns[4][i] = one.name();
            columns[5][i] = one.male() ? "MALE" : "FEMALE";
            columns[6][i] = one.birthDate().toString();
        }
        List<Object> parameters = new ArrayList<>(List.of(now));
        parameters.addAll(List.of(columns));
        return sql.update(INSERT, parameters.toArray());
    }
}
