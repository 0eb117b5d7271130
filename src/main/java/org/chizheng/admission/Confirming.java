package org.chizheng.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.SessionRefusal;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The second person's word: with it the candidate is in, the seat drawn and the paper bound; or it stands against the first one's. Nobody confirms what they passed themselves. */
@ApplicationScoped
public class Confirming {
    private static final String CONFIRM = """
            UPDATE entrance_check SET state = ?, reason = ?, note = coalesce(?, note), second_by = ?, second_at = ?
            WHERE id = ? AND session_id = ? AND state = 'WAITING' AND first_by <> ?""";
    private static final String NO_SEAT = """
            INSERT INTO walk_in (id, session_id, kind, person_id, enrolment_id, seen_at, seen_by)
            SELECT ?, session_id, 'NO_SEAT', person_id, id, ?, ? FROM enrolment WHERE id = ?
            ON CONFLICT (session_id, person_id) WHERE outcome IS NULL DO NOTHING""";
    private final Entrances entrances;
    private final CheckingIn checkingIn;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Confirming(Entrances entrances, CheckingIn checkingIn, Sql sql, OfficialClock clock, Auditing auditing) {
        this.entrances = entrances;
        this.checkingIn = checkingIn;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * The lock on the session is let go before a candidate without a seat is written down.
     *
     * @throws Refused SAME_PERSON, NOT_WAITING, or why no seat could be given; a candidate without a seat stands in the list of walk-ins from then on
     */
    public void confirm(UUID session, UUID check, String second) {
        try {
            QuarkusTransaction.requiringNew().run(() -> letIn(session, check, second));
        } catch (Refused refused) {
            if (refused.reason() == SessionRefusal.ROOM_FULL) {
                QuarkusTransaction.requiringNew().run(() -> noSeat(session, check, second));
            }
            throw refused;
        }
    }

    private void letIn(UUID session, UUID check, String second) {
        CheckView found = settle(session, check, "CONFIRMED", null, null, second);
        auditing.note("confirmed at entrance", "enrolment", found.enrolment(), check + " " + second);
        checkingIn.checkIn(session, found.enrolment());
    }

    private void noSeat(UUID session, UUID check, String second) {
        UUID enrolment = entrances.check(session, check).orElseThrow().enrolment();
        sql.update(NO_SEAT, Ids.next(), clock.now(), second, enrolment);
        auditing.note("found no seat", "enrolment", enrolment, check.toString());
    }

    /** @param reason code */
    @Transactional
    public void disagree(UUID session, UUID check, String reason, String note, String second) {
        entrances.mustBeReason(reason, "REFUSAL");
        CheckView found = settle(session, check, "REFUSED", reason, Passing.tidy(note), second);
        auditing.note("refused at entrance", "enrolment", found.enrolment(), check + " " + reason + " " + second);
    }

    private CheckView settle(UUID session, UUID check, String state, String reason, String note, String second) {
        if (sql.update(CONFIRM, state, reason, note, second, clock.now(), check, session, second) == 0) {
            boolean own = entrances
                    .check(session, check)
                    .filter(found -> found.isWaiting() && found.firstBy().equals(second))
                    .isPresent();
            throw new Refused(own ? AdmissionRefusal.SAME_PERSON : AdmissionRefusal.NOT_WAITING);
        }
        return entrances.check(session, check).orElseThrow();
    }
}
