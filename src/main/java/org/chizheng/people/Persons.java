package org.chizheng.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Persons by id or by their sealed number. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {
    private static final String NAMED = """
            SELECT p.id, p.name, k.ordinal FROM unnest(?::bytea[]) WITH ORDINALITY k (number_index, ordinal)
            JOIN person p ON p.id_type = ? AND p.id_number_index = k.number_index""";
    private final Sealer sealer;
    private final Sql sql;

    public Persons(Sealer sealer, Sql sql) {
        this.sealer = sealer;
        this.sql = sql;
    }

    /** A person by name, for those who compare it with a name that was said. */
    public record Named(UUID id, String name) {}

    /** Whom these identity numbers belong to, by number; one query for all. Unknown ones are missing. */
    public Map<String, Named> named(Collection<String> numbers) {
        List<String> asked = List.copyOf(numbers);
        byte[][] indexes =
                asked.stream().map(number -> Person.indexOf(number, sealer)).toArray(byte[][]::new);
        Map<String, Named> found = new HashMap<>();
        sql.list(
                NAMED,
                row -> found.put(
                        asked.get(row.getInt("ordinal") - 1),
                        new Named(row.getObject("id", UUID.class), row.getString("name"))),
                indexes,
                Person.CITIZEN_ID);
        return found;
    }

    public Optional<Person> findByIdNumber(String number) {
        return find("idType = ?1 and idNumberIndex = ?2", Person.CITIZEN_ID, Person.indexOf(number, sealer))
                .firstResultOptional();
    }
}
