package org.chizheng.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;

/** Where messages can go to, opened from under seal; and who does not want reminders. */
@ApplicationScoped
class Recipients {
    static final String ACCOUNT_MAIL = "account.mail";
    static final String ENTERPRISE_MAIL = "enterprise.mail";
    private final Persons persons;
    private final Sealer sealer;
    private final Sql sql;

    Recipients(Persons persons, Sealer sealer, Sql sql) {
        this.persons = persons;
        this.sealer = sealer;
        this.sql = sql;
    }

    /** Who a message is for: one of the three. direct: the message itself, which carries a telephone number. */
    record Recipient(UUID person, UUID enterprise, UUID direct) {
        static Recipient person(UUID person) {
            return new Recipient(person, null, null);
        }

        static Recipient enterprise(UUID enterprise) {
            return new Recipient(null, enterprise, null);
        }

        /** As a row of the outbox says; its id as the column message. */
        static Recipient of(ResultSet row) throws SQLException {
            UUID message = row.getObject("message", UUID.class);
            return new Recipient(
                    row.getObject("person_id", UUID.class),
                    row.getObject("enterprise_id", UUID.class),
                    row.getBoolean("direct") ? message : null);
        }
    }

    private record Sealed(UUID row, byte[] value) {}

    /** @return the address in clear, empty if there is none */
    Optional<String> address(Recipient to, Way way) {
        if (to.direct() != null) {
            return way == Way.TEXT ? direct(to.direct()) : Optional.empty();
        }
        return switch (way) {
            case TEXT -> to.person() == null ? Optional.empty() : phone(to.person());
            case MAIL -> to.person() == null ? ofEnterprise(to.enterprise()) : ofPerson(to.person());
            case NONE -> Optional.empty();
        };
    }

    /** Empty when it is erased: the message was sent, or its time is over. */
    private Optional<String> direct(UUID message) {
        return sql.first(
                        "SELECT phone_sealed FROM message_outbox WHERE id = ? AND phone_sealed IS NOT NULL",
                        row -> row.getBytes(1),
                        message)
                .map(kept -> sealer.openText(kept, Messaging.PHONE, message));
    }

    private Optional<String> phone(UUID person) {
        Person found = persons.findById(person);
        return Optional.ofNullable(found.phone(sealer));
    }

    Optional<String> ofPerson(UUID person) {
        return sql.first(
                        "SELECT id, mail_sealed FROM account WHERE person_id = ? AND active AND mail_sealed IS NOT NULL",
                        row -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)),
                        person)
                .map(kept -> sealer.openText(kept.value(), ACCOUNT_MAIL, kept.row()));
    }

    Optional<String> ofEnterprise(UUID enterprise) {
        return sql.first(
                        "SELECT mail_sealed FROM enterprise WHERE id = ? AND mail_sealed IS NOT NULL",
                        row -> row.getBytes(1),
                        enterprise)
                .map(kept -> sealer.openText(kept, ENTERPRISE_MAIL, enterprise));
    }

    boolean declinesReminders(Recipient to) {
        return sql.first(
                        "SELECT 1 FROM message_opt_out WHERE person_id = ? OR enterprise_id = ?",
                        row -> true,
                        to.person(),
                        to.enterprise())
                .isPresent();
    }
}
