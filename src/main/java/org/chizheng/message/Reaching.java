package org.chizheng.message;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.message.rule.Address;

/** Keeps how a person or an enterprise wants to be reached: address of mail, and whether by reminders too. Legal notices cannot be declined. */
@ApplicationScoped
public class Reaching {
    private final Sql sql;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Reaching(Sql sql, Sealer sealer, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.sealer = sealer;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @param mail blank for none; @throws Refused MAIL_INVALID, NOT_ALLOWED if the person has no account */
    @Transactional
    public void person(UUID person, String mail, boolean reminders) {
        UUID account = sql.first(
                        "SELECT id FROM account WHERE person_id = ? AND active",
                        row -> row.getObject(1, UUID.class),
                        person)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_ALLOWED));
        sql.update(
                "UPDATE account SET mail_sealed = ?, version = version + 1 WHERE id = ?",
                sealed(mail, Recipients.ACCOUNT_MAIL, account),
                account);
        choose("person_id", person, reminders);
        auditing.note("chose messages", "person", person, told(mail, reminders));
    }

    /** @param mail blank for none; @throws Refused MAIL_INVALID */
    @Transactional
    public void enterprise(UUID enterprise, String mail, boolean reminders) {
        sql.update(
                "UPDATE enterprise SET mail_sealed = ?, version = version + 1 WHERE id = ?",
                sealed(mail, Recipients.ENTERPRISE_MAIL, enterprise),
                enterprise);
        choose("enterprise_id", enterprise, reminders);
        auditing.note("chose messages", "enterprise", enterprise, told(mail, reminders));
    }

    private byte[] sealed(String mail, String purpose, UUID row) {
        if (mail == null || mail.isBlank()) {
            return null;
        }
        Optional<String> tidy = Address.mail(mail);
        return sealer.seal(tidy.orElseThrow(() -> new Refused(MessageRefusal.MAIL_INVALID)), purpose, row);
    }

    private void choose(String column, UUID who, boolean reminders) {
        if (reminders) {
            sql.update("DELETE FROM message_opt_out WHERE " + column + " = ?", who);
        } else {
            sql.update(
                    "INSERT INTO message_opt_out (" + column + ", since) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    who,
                    clock.now());
        }
    }

    private static String told(String mail, boolean reminders) {
        return (mail == null || mail.isBlank() ? "no mail" : "mail") + (reminders ? ", reminders" : ", no reminders");
    }
}
