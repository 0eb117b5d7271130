package org.chizheng.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.people.Person;
import org.chizheng.people.Registering;
import org.chizheng.regulation.Qualifications;

/** Keeps the list of those who work at a centre, each in a duty, with the end of what qualifies them for it. */
@ApplicationScoped
public class Staffing {
    /** In the order in which pages offer them. */
    public static final List<String> DUTIES = List.of("MANAGER", "INVIGILATOR", "ASSESSOR", "TECHNICIAN", "COUNTER");

    private static final int CREDENTIAL = 60;
    private static final String INSERT = """
            INSERT INTO centre_staff (id, centre_id, person_id, duty, qualification, credential, qualified_until, since, recorded_at)
            SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM centre_staff s WHERE s.centre_id = ? AND s.person_id = ? AND s.duty = ?
                              AND s.qualification IS NOT DISTINCT FROM ? AND (s.until IS NULL OR s.until >= ?))""";
    private final Registering registering;
    private final Qualifications qualifications;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Staffing(
            Registering registering, Qualifications qualifications, OfficialClock clock, Sql sql, Auditing auditing) {
        this.registering = registering;
        this.qualifications = qualifications;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * A duty to be taken up.
     *
     * @param qualification what an assessor may assess; other duties have none
     * @param qualifiedUntil last day of what qualifies for the duty, or null for without end
     */
    public record Duty(
            String duty, String qualification, String credential, LocalDate qualifiedUntil, LocalDate since) {}

    /** @throws Refused ALREADY_STAFF, QUALIFICATION_NEEDED, DATES_INVALID, or why the person cannot be registered */
    @Transactional
    public UUID add(UUID centre, String name, String idNumber, Duty form) {
        if (!DUTIES.contains(form.duty())) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "duty", "");
        }
        if (form.since() == null) {
            throw new Refused(CentreRefusal.DATES_INVALID);
        }
        String qualification = qualification(form);
        Person person = registering.register(name, idNumber);
        UUID id = Ids.next();
        if (sql.update(
                        INSERT,
                        id,
                        centre,
                        person.id(),
                        form.duty(),
                        qualification,
                        Words.orNull(form.credential(), CREDENTIAL, "credential"),
                        form.qualifiedUntil(),
                        form.since(),
                        clock.now(),
                        centre,
                        person.id(),
                        form.duty(),
                        qualification,
                        form.since())
                == 0) {
            throw new Refused(CentreRefusal.ALREADY_STAFF);
        }
        auditing.note("took on", "centre-staff", id, form.duty() + " at " + centre);
        return id;
    }

    private String qualification(Duty form) {
        if (!"ASSESSOR".equals(form.duty())) {
            return null;
        }
        if (form.qualification() == null || form.qualification().isBlank()) {
            throw new Refused(CentreRefusal.QUALIFICATION_NEEDED);
        }
        return qualifications.get(form.qualification()).code();
    }

    /** What qualifies somebody for the duty, after it was renewed. @param until last day, or null for without end */
    @Transactional
    public void requalify(UUID member, String credential, LocalDate until) {
        sql.update(
                "UPDATE centre_staff SET credential = ?, qualified_until = ? WHERE id = ?",
                Words.orNull(credential, CREDENTIAL, "credential"),
                until,
                member);
        auditing.note("requalified", "centre-staff", member, "until " + until);
    }

    /** @param last day at the centre. @throws Refused DATES_INVALID before the first one, or when somebody has left already */
    @Transactional
    public void leave(StaffView member, LocalDate last) {
        if (last == null || last.isBefore(member.since()) || member.until() != null) {
            throw new Refused(CentreRefusal.DATES_INVALID);
        }
        sql.update("UPDATE centre_staff SET until = ? WHERE id = ? AND until IS NULL", last, member.id());
        auditing.note("left", "centre-staff", member.id(), "on " + last);
    }
}
