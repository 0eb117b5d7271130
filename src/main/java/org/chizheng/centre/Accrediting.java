package org.chizheng.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Qualifications;

/** Records what a centre may examine in, and ends it early. */
@ApplicationScoped
public class Accrediting {
    private static final int NUMBER = 60;
    private static final int REASON = 200;
    private final Qualifications qualifications;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Accrediting(Qualifications qualifications, OfficialClock clock, Sql sql, Auditing auditing) {
        this.qualifications = qualifications;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param to last day
     * @param codes qualifications, at least one
     * @param by who records it
     * @throws Refused NUMBER_TAKEN, DATES_INVALID, SCOPE_EMPTY or UNKNOWN_QUALIFICATION
     */
    @Transactional
    public UUID accredit(UUID centre, String number, LocalDate from, LocalDate to, List<String> codes, String by) {
        if (from == null || to == null || to.isBefore(from)) {
            throw new Refused(CentreRefusal.DATES_INVALID);
        }
        if (codes == null || codes.isEmpty()) {
            throw new Refused(CentreRefusal.SCOPE_EMPTY);
        }
        UUID id = Ids.next();
        String tidy = Words.within(number, NUMBER, "number");
        if (sql.update(
                        "INSERT INTO accreditation (id, centre_id, number, valid_from, valid_to, recorded_at, recorded_by)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (centre_id, number) DO NOTHING",
                        id,
                        centre,
                        tidy,
                        from,
                        to,
                        clock.now(),
                        by)
                == 0) {
            throw new Refused(CentreRefusal.NUMBER_TAKEN, tidy);
        }
        sql.batch(
                "INSERT INTO accreditation_qualification (accreditation_id, qualification) VALUES (?, ?)",
                codes.stream()
                        .distinct()
                        .map(code -> new Object[] {id, qualifications.get(code).code()})
                        .toList());
        auditing.note("accredited", "centre", centre, tidy + " " + from + " – " + to + ", " + codes.size());
        return id;
    }

    /** Brings the last day forward. @throws Refused REASON_MISSING, or DATES_INVALID unless the day lies within the accreditation */
    @Transactional
    public void end(AccreditationView accreditation, LocalDate last, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused(CentreRefusal.REASON_MISSING);
        }
        if (last == null || !accreditation.isValidOn(last)) {
            throw new Refused(CentreRefusal.DATES_INVALID);
        }
        sql.update(
                "UPDATE accreditation SET valid_to = ?, end_reason = ? WHERE id = ?",
                last,
                Words.within(reason, REASON, "reason"),
                accreditation.id());
        auditing.note("ended accreditation", "centre", accreditation.centreId(), accreditation.number() + " " + last);
    }
}
