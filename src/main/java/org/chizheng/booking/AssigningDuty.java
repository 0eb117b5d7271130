package org.chizheng.booking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Puts a member of a centre's staff on duty in a session that has not begun, unless a link with a candidate stands against it, and takes off duty. */
@ApplicationScoped
public class AssigningDuty {
    private final Bookings bookings;
    private final Duties duties;
    private final Guarding guarding;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public AssigningDuty(
            Bookings bookings, Duties duties, Guarding guarding, OfficialClock clock, Sql sql, Auditing auditing) {
        this.bookings = bookings;
        this.duties = duties;
        this.guarding = guarding;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param centre of the session
     * @param lang of the words in which a link is told
     * @throws Refused DUTY_LINKED with what links and with how many candidates, never with their names; DUTY_ELSEWHERE, DUTY_NOT_QUALIFIED, DUTY_OVER
     */
    @Transactional
    public void assign(UUID sessionId, UUID centre, UUID staff, String actor, String lang) {
        mustBeToCome(sessionId);
        OpenSession session = bookings.session(sessionId).orElseThrow();
        Duties.Member member = duties.available(centre, sessionId, OfficialClock.dateOf(session.startsAt())).stream()
                .filter(available -> available.id().equals(staff))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (member.qualifiedUntil() != null
                && member.qualifiedUntil().isBefore(OfficialClock.dateOf(session.startsAt()))) {
            throw new Refused(
                    BookingRefusal.DUTY_NOT_QUALIFIED,
                    member.name(),
                    member.qualifiedUntil().toString());
        }
        duties.elsewhere(sessionId, member.person()).ifPresent(other -> {
            throw new Refused(BookingRefusal.DUTY_ELSEWHERE, member.name());
        });
        List<Guarding.Linked> links = guarding.ofMember(session, member);
        if (!links.isEmpty()) {
            throw new Refused(BookingRefusal.DUTY_LINKED, member.name(), told(links, lang));
        }
        sql.update(
                "INSERT INTO session_duty (session_id, staff_id, assigned_at, assigned_by) VALUES (?, ?, ?, ?)",
                sessionId,
                staff,
                clock.now(),
                actor);
        auditing.note("put on duty", "session", sessionId, "staff " + staff);
    }

    @Transactional
    public void remove(UUID sessionId, UUID staff) {
        mustBeToCome(sessionId);
        if (sql.update("DELETE FROM session_duty WHERE session_id = ? AND staff_id = ?", sessionId, staff) == 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        sql.update(
                "UPDATE duty_conflict SET gone_at = ? WHERE session_id = ? AND staff_id = ? AND gone_at IS NULL",
                clock.now(),
                sessionId,
                staff);
        auditing.note("taken off duty", "session", sessionId, "staff " + staff);
    }

    private void mustBeToCome(UUID session) {
        String state = sql.first(
                        "SELECT state FROM exam_session WHERE id = ? FOR UPDATE", row -> row.getString(1), session)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!state.equals("SCHEDULED") && !state.equals("CHECK_IN")) {
            throw new Refused(BookingRefusal.DUTY_OVER);
        }
    }

    /** Each link once, with the number of candidates. */
    static String told(List<Guarding.Linked> links, String lang) {
        Map<List<String>, Long> counts = links.stream()
                .collect(Collectors.groupingBy(
                        link -> List.of(link.kind().name(), link.by()), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> Messages.get(
                        lang,
                        "booking_link_" + entry.getKey().get(0),
                        List.of(entry.getKey().get(1), entry.getValue())))
                .collect(Collectors.joining("; "));
    }
}
