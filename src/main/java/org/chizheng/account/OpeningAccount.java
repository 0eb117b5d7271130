package org.chizheng.account;

import java.security.MessageDigest;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.account.rule.Code;
import org.chizheng.account.rule.Whither;
import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.Accounting;
import org.chizheng.people.Identifying;
import org.chizheng.people.PeopleRefusal;
import org.chizheng.people.Person;
import org.chizheng.people.Persons;
import org.chizheng.people.Registering;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Opens the account of whoever has the code. A code that went to a number on record proves the person; one that went to the number that was typed proves a telephone only: the person
 * is registered, and the account is not proven. Each try counts, whatever becomes of it.
 */
@ApplicationScoped
class OpeningAccount {
    private final Openings openings;
    private final Registering registering;
    private final Identifying identifying;
    private final Persons persons;
    private final Accounting accounting;
    private final AccountConfig config;
    private final OfficialClock clock;
    private final Auditing auditing;

    OpeningAccount(
            Openings openings,
            Registering registering,
            Identifying identifying,
            Persons persons,
            Accounting accounting,
            AccountConfig config,
            OfficialClock clock,
            Auditing auditing) {
        this.openings = openings;
        this.registering = registering;
        this.identifying = identifying;
        this.persons = persons;
        this.accounting = accounting;
        this.config = config;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param token of the browser that asked
     * @throws Refused if name or password is not acceptable, which costs no try; CODE_WRONG with the tries that are left; CODE_OVER when it must be asked anew
     */
    void open(String token, String code, String username, String password, String again) {
        Accounting.mustBeAcceptable(username, password);
        if (!password.equals(again)) {
            throw new Refused(PeopleRefusal.PASSWORDS_DIFFER);
        }
        Openings.Opening opening = QuarkusTransaction.requiringNew()
                .call(() -> openings.attempt(token, clock.now(), config.codeTries()))
                .orElseThrow(() -> new Refused(AccountRefusal.CODE_OVER));
        if (!isRight(opening, Code.tidy(code))) {
            int left = config.codeTries() - opening.tries();
            throw left > 0 ? new Refused(AccountRefusal.CODE_WRONG, left) : new Refused(AccountRefusal.CODE_OVER);
        }
        QuarkusTransaction.requiringNew().run(() -> open(opening, username, password));
    }

    /** A code that was sent to nobody cannot be right, even when it is guessed. */
    private boolean isRight(Openings.Opening opening, String code) {
        boolean same =
                opening.code() != null && MessageDigest.isEqual(opening.code(), openings.codeIndex(opening.id(), code));
        return same && opening.way() != Whither.NONE;
    }

    private void open(Openings.Opening opening, String username, String password) {
        boolean proves = opening.way() == Whither.RECORD;
        Person person = proves ? persons.findById(opening.person()) : register(opening.said());
        accounting.openOwn(person, username, password, proves);
        openings.remove(opening.id());
        auditing.note(
                "opened account by code", "person", person.id(), opening.way().name());
    }

    /** @throws Refused CODE_OVER if the person became known meanwhile: then the number that was typed counts no more */
    private Person register(Openings.Said said) {
        if (persons.findByIdNumber(said.number()).isPresent()) {
            throw new Refused(AccountRefusal.CODE_OVER);
        }
        Person person = registering.register(said.name(), said.number());
        identifying.keepPhone(person.id(), said.phone());
        return person;
    }
}
