package org.chizheng.people;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Persons by id or by their sealed number. */
@ApplicationScoped
public class Persons implements PanacheRepositoryBase<Person, UUID> {
    private final Sealer sealer;

    public Persons(Sealer sealer) {
        this.sealer = sealer;
    }

    public Optional<Person> findByIdNumber(String number) {
        return find("idType = ?1 and idNumberIndex = ?2", Person.CITIZEN_ID, Person.indexOf(number, sealer))
                .firstResultOptional();
    }
}
