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
import org.chizheng.people.rule.IdDocument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Persons by id or by their sealed number. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {
    private static final String NAMED = """
            SELECT p.id, p.name, k.ordinal FROM unnest(?::text[], ?::bytea[]) WITH ORDINALITY k (id_type, number_index, ordinal)
            JOIN person p ON p.id_type = k.id_type AND p.id_number_index = k.number_index""";
    private final Sealer sealer;
    private final Sql sql;

    public Persons(Sealer sealer, Sql sql) {
        this.sealer = sealer;
        this.sql = sql;
    }

    /** A person by name, for those who compare it with a name that was said. */
    public record Named(UUID id, String name) {}

    /** Whom these documents belong to; one query for all. Unknown ones are missing. */
    public Map<IdDocument, Named> known(Collection<IdDocument> documents) {
        List<IdDocument> asked = List.copyOf(documents);
        Map<IdDocument, Named> found = new HashMap<>();
        sql.list(
                NAMED,
                row -> found.put(
                        asked.get(row.getInt("ordinal") - 1),
                        new Named(row.getObject("id", UUID.class), row.getString("name"))),
                asked.stream().map(document -> document.type().name()).toArray(String[]::new),
                asked.stream().map(document -> Person.indexOf(document, sealer)).toArray(byte[][]::new));
        return found;
    }

    /** A number in clear that another query read sealed; never for a log or an address. */
    public String number(UUID person, byte[] sealed) {
        return sealer.openText(sealed, Person.NUMBER, person);
    }

    public Optional<Person> findBy(IdDocument document) {
        return find("idType = ?1 and idNumberIndex = ?2", document.type().name(), Person.indexOf(document, sealer))
                .firstResultOptional();
    }

    /** By a number whose form tells its type, see {@link IdDocument#of(String)}. */
    public Optional<Person> findByIdNumber(String number) {
        return IdDocument.read(number).flatMap(this::findBy);
    }
}
