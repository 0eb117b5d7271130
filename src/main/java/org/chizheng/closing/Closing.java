package org.chizheng.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.incident.Signatory;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

import io.quarkus.arc.All;

/**
 * Closes a room: its record is drawn up when nothing is open any more, signed by the service, kept in the bytes it was made in, and signed by two of the staff, each with the own account. With the
 * second signature the room is closed: its digest is sealed, and nobody is checked in any more.
 */
@ApplicationScoped
public class Closing {
    /** What the seal signs. */
    static final String PURPOSE = "closing";

    private static final String INSERT = """
            INSERT INTO closing_record (id, session_id, number, facts, digest, pages, pdf_sealed, present, absent, late, incidents, drawn_up_by, drawn_up_at, keep_until, video_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sessions sessions;
    private final List<Unsettled> unsettled;
    private final Closings closings;
    private final RoomRecords records;
    private final RecordPress press;
    private final RecordSignature signature;
    private final Policies policies;
    private final Sealer sealer;
    private final Signer signer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Closing(
            Sessions sessions,
            @All List<Unsettled> unsettled,
            Closings closings,
            RoomRecords records,
            RecordPress press,
            RecordSignature signature,
            Policies policies,
            Sealer sealer,
            Signer signer,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.sessions = sessions;
        this.unsettled = unsettled;
        this.closings = closings;
        this.records = records;
        this.press = press;
        this.signature = signature;
        this.policies = policies;
        this.sealer = sealer;
        this.signer = signer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** What keeps the room open; empty when its record can be drawn up. */
    public List<Matter> open(SessionView session) {
        return unsettled.stream().flatMap(one -> one.of(session).stream()).toList();
    }

    /** Whether the room is no longer what its record tells. */
    public boolean isOutOfDate(SessionView session, ClosingView record) {
        return !record.closed() && !record.facts().equals(records.of(session).digest());
    }

    /** @throws Refused SOMETHING_OPEN, CLOSED, STILL_GOOD while the one drawn up last tells the same */
    @Transactional
    public UUID drawUp(UUID sessionId, String by) {
        SessionView session = locked(sessionId);
        int open = open(session).size();
        if (open > 0) {
            throw new Refused(ClosingRefusal.SOMETHING_OPEN, open);
        }
        RoomFacts facts = records.of(session);
        ClosingView last = closings.newest(sessionId).orElse(null);
        if (last != null && last.closed()) {
            throw new Refused(ClosingRefusal.CLOSED);
        }
        if (last != null && last.facts().equals(facts.digest())) {
            throw new Refused(ClosingRefusal.STILL_GOOD);
        }
        Instant now = clock.now();
        RecordPress.Printed printed = press.print(facts, now);
        byte[] pdf = signature.sign(printed.pdf(), now);
        String digest = Digests.file(pdf);
        PolicyTerms policy = policies.byId(session.policy());
        LocalDate today = OfficialClock.dateOf(now);
        LocalDate held = OfficialClock.dateOf(session.startsAt());
        UUID id = Ids.next();
        sql.update(
                INSERT,
                id,
                sessionId,
                last == null ? 1 : last.number() + 1,
                facts.digest(),
                digest,
                printed.pages(),
                sealer.seal(pdf, Closings.PDF, id),
                (int) facts.present(),
                (int) facts.absent(),
                (int) facts.late(),
                facts.incidents().size(),
                by,
                now,
                today.plusYears(policy.number(PolicyTerm.RECORD_YEARS)),
                held.plusYears(policy.number(PolicyTerm.VIDEO_YEARS)));
        auditing.note("drew up", "closing", id, "session " + sessionId + ", " + digest);
        return id;
    }

    /** @throws Refused NOT_DRAWN_UP, CLOSED, ALREADY_SIGNED by this account or another one of the same person, OUT_OF_DATE when the room has changed since */
    @Transactional
    public void sign(UUID sessionId, UUID record, Signatory who) {
        SessionView session = locked(sessionId);
        ClosingView last = closings.newest(sessionId)
                .filter(one -> one.id().equals(record))
                .orElseThrow(() -> new Refused(ClosingRefusal.NOT_DRAWN_UP));
        if (last.closed()) {
            throw new Refused(ClosingRefusal.CLOSED);
        }
        if (last.isSignedBy(who)) {
            throw new Refused(ClosingRefusal.ALREADY_SIGNED);
        }
        if (isOutOfDate(session, last) || !open(session).isEmpty()) {
            throw new Refused(ClosingRefusal.OUT_OF_DATE);
        }
        int place = last.signatures().size() + 1;
        sql.update(
                "INSERT INTO closing_signature (record_id, place, signer, person_id, signed_at) VALUES (?, ?, ?, ?, ?)",
                record,
                place,
                who.name(),
                who.person(),
                clock.now());
        auditing.note("signed", "closing", record, last.digest());
        if (place == ClosingView.SIGNATURES) {
            close(session, last);
        }
    }

    private void close(SessionView session, ClosingView record) {
        byte[] seal = signer.sign(PURPOSE, HexFormat.of().parseHex(record.digest()));
        sql.update("UPDATE closing_record SET closed_at = ?, seal = ? WHERE id = ?", clock.now(), seal, record.id());
        sql.update("UPDATE exam_session SET state = 'ENDED' WHERE id = ? AND state <> 'ENDED'", session.id());
        auditing.note("closed", "closing", record.id(), record.digest());
    }

    /** Check-in locks the same row: nobody is admitted while the room is being closed. */
    private SessionView locked(UUID session) {
        if (sql.first("SELECT 1 FROM exam_session WHERE id = ? FOR UPDATE", row -> true, session)
                .isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return sessions.find(session).orElseThrow();
    }
}
