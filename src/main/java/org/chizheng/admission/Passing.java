package org.chizheng.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.admission.rule.Entry;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.people.Portrait;
import org.chizheng.session.SessionView;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The first person's word on a candidate: document, photo and face agree, or why not. The picture taken on the spot is kept under seal with it. */
@ApplicationScoped
public class Passing {
    private static final int LONGEST_NOTE = 200;
    private static final String INSERT = """
            INSERT INTO entrance_check (id, session_id, enrolment_id, state, first_by, first_at, reason, no_photo, note, photo_sealed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (enrolment_id) WHERE state = 'WAITING' DO NOTHING""";
    private final Entrances entrances;
    private final Sealer sealer;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Passing(Entrances entrances, Sealer sealer, Sql sql, OfficialClock clock, Auditing auditing) {
        this.entrances = entrances;
        this.sealer = sealer;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * A picture, or why there is none.
     *
     * @param bytes JPEG or PNG as a camera or file gives it, or null
     * @param missing code of the reason where there is none, or null
     */
    public record Picture(byte[] bytes, String missing) {}

    /** @return the check, which waits for the second person; @throws Refused TOO_LATE, which is written down as a refusal */
    @Transactional
    public UUID pass(SessionView session, UUID enrolment, Picture picture, String staff) {
        mustBeOpen(session);
        CandidateView candidate = entrances.candidate(session, enrolment).orElseThrow();
        if (candidate.isIn()) {
            throw new Refused(AdmissionRefusal.ALREADY_IN);
        }
        if (candidate.entry() == Entry.CLOSED) {
            QuarkusTransaction.requiringNew()
                    .run(() -> keep(session, enrolment, "REFUSED", "TOO_LATE", picture, null, staff));
            throw new Refused(AdmissionRefusal.TOO_LATE);
        }
        if (picture.bytes() == null) {
            if (picture.missing() == null || picture.missing().isBlank()) {
                throw new Refused(AdmissionRefusal.PHOTO_MISSING);
            }
            entrances.mustBeReason(picture.missing(), "NO_PHOTO");
        }
        return keep(session, enrolment, "WAITING", null, picture, null, staff);
    }

    /** @param reason code; @param note a few words, or blank */
    @Transactional
    public UUID refuse(SessionView session, UUID enrolment, String reason, String note, Picture picture, String staff) {
        mustBeOpen(session);
        entrances.mustBeReason(reason, "REFUSAL");
        if (entrances.candidate(session, enrolment).orElseThrow().isIn()) {
            throw new Refused(AdmissionRefusal.ALREADY_IN);
        }
        return keep(session, enrolment, "REFUSED", reason, picture, note, staff);
    }

    private static void mustBeOpen(SessionView session) {
        if (!session.state().equals("CHECK_IN") && !session.state().equals("RUNNING")) {
            throw new Refused(AdmissionRefusal.NOT_OPEN);
        }
    }

    private UUID keep(
            SessionView session,
            UUID enrolment,
            String state,
            String reason,
            Picture picture,
            String note,
            String staff) {
        UUID id = Ids.next();
        byte[] sealed = picture.bytes() == null ? null : sealer.seal(Portrait.of(picture.bytes()), Entrances.PHOTO, id);
        boolean skipped = sealed == null && state.equals("WAITING");
        int added = sql.update(
                INSERT,
                id,
                session.id(),
                enrolment,
                state,
                staff,
                clock.now(),
                reason,
                skipped ? picture.missing() : null,
                tidy(note),
                sealed);
        if (added == 0) {
            throw new Refused(AdmissionRefusal.ALREADY_WAITING);
        }
        String act = state.equals("WAITING") ? "passed at entrance" : "refused at entrance";
        auditing.note(act, "enrolment", enrolment, id + (reason == null ? "" : " " + reason));
        return id;
    }

    static String tidy(String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        String stripped = note.strip();
        return stripped.length() > LONGEST_NOTE ? stripped.substring(0, LONGEST_NOTE) : stripped;
    }
}
