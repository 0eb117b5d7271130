package org.chizheng.workforce;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.PrintableNames;
import org.chizheng.workforce.rule.CreditCode;

/** Enters enterprises, their posts and what each post requires. */
@ApplicationScoped
public class Founding {
    private static final int LONGEST = 100;
    private static final String ENTERPRISE = """
            INSERT INTO enterprise (id, credit_code, name, region, high_risk, created_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (credit_code) DO NOTHING""";
    private final Sql sql;
    private final PrintableNames printable;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Founding(Sql sql, PrintableNames printable, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.printable = printable;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused if the credit code is wrong or taken, or the name is empty, longer than 100 characters, or not to be printed on a certificate */
    @Transactional
    public UUID enterprise(String creditCode, String name, String region, boolean highRisk) {
        if (!CreditCode.isValid(creditCode)) {
            throw new Refused(WorkforceRefusal.CREDIT_CODE);
        }
        String tidy = within(name, WorkforceRefusal.NAME_INVALID);
        String unprintable = printable.unprintable(tidy);
        if (!unprintable.isEmpty()) {
            throw new Refused(WorkforceRefusal.NAME_UNPRINTABLE, unprintable);
        }
        UUID id = Ids.next();
        if (sql.update(ENTERPRISE, id, creditCode, tidy, region, highRisk, clock.now()) == 0) {
            throw new Refused(WorkforceRefusal.CREDIT_CODE_TAKEN);
        }
        auditing.note("entered", "enterprise", id, region);
        return id;
    }

    /** A post of emergency management at the main place, as {@link #post(UUID, Place, String, String, LocalDate)}. */
    @Transactional
    public UUID post(UUID enterprise, String title, String qualification, LocalDate from) {
        return post(enterprise, title, qualification, "EMERGENCY", from);
    }

    /** At the main place, as {@link #post(UUID, Place, String, String, LocalDate)}. */
    @Transactional
    public UUID post(UUID enterprise, String title, String qualification, String department, LocalDate from) {
        return post(enterprise, new Place(title, null), qualification, department, from);
    }

    /** A post's title and the site where it is, null for the main place of production. */
    public record Place(String title, UUID site) {}

    /**
     * A post that requires one qualification from that day on.
     *
     * @param place of the enterprise
     * @param department that the post belongs to, by its code
     * @throws Refused if the title is empty or longer than 100 characters, or the day lies in the future
     */
    @Transactional
    public UUID post(UUID enterprise, Place place, String qualification, String department, LocalDate from) {
        String tidy = within(place.title(), WorkforceRefusal.TITLE_INVALID);
        if (from == null || from.isAfter(clock.today())) {
            throw new Refused(WorkforceRefusal.DATE_INVALID);
        }
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO post (id, enterprise_id, title, department, site_id) VALUES (?, ?, ?, ?, ?)",
                id,
                enterprise,
                tidy,
                department,
                place.site());
        sql.update(
                "INSERT INTO requirement (id, post_id, qualification, valid_from, known_from) VALUES (?, ?, ?, ?, ?)",
                Ids.next(),
                id,
                qualification,
                from,
                clock.now());
        auditing.note("entered", "post", id, qualification);
        return id;
    }

    /** @return the text without blanks around it, 1 to 100 characters */
    private static String within(String text, WorkforceRefusal otherwise) {
        String tidy = text == null ? "" : text.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new Refused(otherwise);
        }
        return tidy;
    }
}
