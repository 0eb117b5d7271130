package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Ids;
import org.chizheng.common.Refused;
import org.chizheng.paper.Papers;
import org.chizheng.sitting.rule.RoomClock;

/** Where a candidate stands, the start click, and the claim of a page. The paper exists since check-in; a start writes three rows and hands it out. */
@ApplicationScoped
public class Beginning {
    private final Admissions admissions;
    private final Sittings sittings;
    private final SittingLog log;
    private final Papers papers;
    private final DatabaseClock clock;

    public Beginning(Admissions admissions, Sittings sittings, SittingLog log, Papers papers, DatabaseClock clock) {
        this.admissions = admissions;
        this.sittings = sittings;
        this.log = log;
        this.papers = papers;
        this.clock = clock;
    }

    /** NOT_CHECKED_IN, WAITING, READY, ROOM_PAUSED before the start while the whole room is paused or the candidate is held alone, UNDER_WAY, HELD, LOCKED or CLOSED. */
    public StateView state(UUID enrolment) {
        Admission admission = admissions.of(enrolment);
        Instant now = clock.now();
        if (!admission.checkedIn()) {
            return new StateView("NOT_CHECKED_IN", now, null, null);
        }
        Admissions.Room room = admissions.room(admission.session());
        if (room.startedAt() == null) {
            return new StateView("WAITING", now, null, admission.seat());
        }
        return sittings.find(enrolment)
                .map(sitting -> new StateView(
                        sitting.standing(),
                        now,
                        "CLOSED".equals(sitting.state()) ? null : sitting.remainingMillis(now),
                        admission.seat()))
                .orElseGet(() ->
                        new StateView(room.holds(enrolment) ? "ROOM_PAUSED" : "READY", now, null, admission.seat()));
    }

    /** What a page gets when the log has taken its claim. */
    private record Claim(
            UUID sitting, UUID paper, String state, int epoch, int nextSequence, Instant at, long remaining) {}

    /** Begins, if that has not been done, and opens. @throws Refused NOT_CHECKED_IN, NOT_STARTED, ROOM_PAUSED, PAUSED, TOO_LATE, LOCKED or CLOSED */
    public OpenedView begin(UUID enrolment) {
        Admission admission = admissions.of(enrolment);
        if (!admission.checkedIn()) {
            throw new Refused(SittingRefusal.NOT_CHECKED_IN);
        }
        Admissions.Room room = admissions.room(admission.session());
        return opened(log.now(new Act<Claim>(enrolment) {
            @Override
            Claim decide(Batch batch, Instant at) {
                if (batch.live(enrolment) == null) {
                    begin(admission, room, batch, at);
                }
                return claim(batch.live(enrolment), batch, at);
            }
        }));
    }

    /** Makes this page the one that may write; older pages are told that they are stale. @throws Refused NOT_STARTED, LOCKED or CLOSED */
    public OpenedView open(UUID enrolment) {
        return opened(log.now(new Act<Claim>(enrolment) {
            @Override
            Claim decide(Batch batch, Instant at) {
                return claim(batch.live(enrolment), batch, at);
            }
        }));
    }

    private static void begin(Admission admission, Admissions.Room room, Batch batch, Instant at) {
        RoomPauses.Standstill standstill = batch.room(admission.session());
        RoomPauses.Pause own = standstill.of(admission.enrolment());
        RoomClock clock = new RoomClock(
                room.startedAt(),
                Duration.ofMinutes(room.minutes()),
                Duration.ofMinutes(room.lateMinutes()),
                own.stood(),
                own.paused());
        clock.bar(at).ifPresent(bar -> {
            boolean alone =
                    bar == RoomClock.Bar.ROOM_PAUSED && !standstill.room().paused();
            throw new Refused(alone ? SittingRefusal.PAUSED : SittingRefusal.valueOf(bar.name()));
        });
        Instant deadline = clock.deadline(at, Duration.ofMinutes(admission.extraMinutes()));
        Live sitting = new Live(
                Ids.next(),
                admission.enrolment(),
                admission.session(),
                admission.paper(),
                "UNDER_WAY",
                deadline,
                null,
                0);
        batch.begin(sitting, admission.person(), at);
        batch.append(sitting, sitting.append(Entry.Kind.BEGUN, 0, 0, deadline.toString(), at, false));
        batch.note(AuditedAct.began(sitting, deadline));
    }

    private static Claim claim(Live sitting, Batch batch, Instant at) {
        if (sitting == null) {
            throw new Refused(SittingRefusal.NOT_STARTED);
        }
        if ("CLOSED".equals(sitting.state())) {
            throw new Refused(SittingRefusal.CLOSED);
        }
        if (sitting.lockedAt() != null) {
            throw new Refused(SittingRefusal.LOCKED);
        }
        batch.open(sitting);
        batch.append(sitting, sitting.append(Entry.Kind.OPENED, 0, 0, String.valueOf(sitting.epoch()), at, false));
        if (sitting.epoch() > 1) {
            batch.note(AuditedAct.openedAgain(sitting, sitting.epoch()));
        }
        return new Claim(
                sitting.id,
                sitting.paper,
                sitting.state(),
                sitting.epoch(),
                sitting.nextSequence(),
                at,
                sitting.remainingMillis(at));
    }

    private OpenedView opened(Claim claim) {
        return new OpenedView(
                claim.state(),
                claim.epoch(),
                claim.nextSequence(),
                claim.at(),
                claim.remaining(),
                claim.nextSequence() > 1 ? sittings.answers(claim.sitting()) : Map.of(),
                papers.body(claim.paper()));
    }
}
