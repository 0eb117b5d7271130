package org.chizheng.invigilation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Refused;
import org.chizheng.lockdown.Waiving;
import org.chizheng.session.Opening;
import org.chizheng.session.Reseating;
import org.chizheng.session.Sessions;
import org.chizheng.sitting.RoomPauses;
import org.chizheng.sitting.Steering;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Carries out what the staff commands for one, for some or for the whole room, and writes the command down. The commands of a room come one after the other, so of two
 * who pause it at once one does, and the other is told that there was nothing to do: such a command leaves no row. The logs of the sittings are written before the
 * command's row; if the database dies in between, they and the audit log have what was done. A pause for the whole room holds the room itself: nobody begins until the
 * whole room is resumed, and until then no clock in it runs. A pause for chosen candidates keeps those of them who have not begun from it likewise, until they or the
 * whole room are resumed.
 */
@ApplicationScoped
public class Commanding {
    private static final int LONGEST_REASON = 200;
    /** However many rooms are commanded at once, connections are left for the logs that the commands wait for. */
    private static final int MOST_AT_ONCE = 8;

    private static final int ROOMS = 64;

    private final Commands commands;
    private final Sessions sessions;
    private final Opening opening;
    private final Reseating reseating;
    private final RoomPauses pauses;
    private final Steering steering;
    private final Crediting crediting;
    private final Waiving waiving;
    private final Actor actor;
    private final Auditing auditing;
    private final DatabaseClock clock;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);
    /** By room, as good as: a command is two transactions, and the next one of its room comes after both. Between replicas the room's row alone holds them off, from one to the next. */
    private final Lock[] rooms =
            Stream.generate(() -> new ReentrantLock(true)).limit(ROOMS).toArray(Lock[]::new);

    public Commanding(
            Commands commands,
            Sessions sessions,
            Opening opening,
            Reseating reseating,
            RoomPauses pauses,
            Steering steering,
            Crediting crediting,
            Waiving waiving,
            Actor actor,
            Auditing auditing,
            DatabaseClock clock) {
        this.commands = commands;
        this.sessions = sessions;
        this.opening = opening;
        this.reseating = reseating;
        this.pauses = pauses;
        this.steering = steering;
        this.crediting = crediting;
        this.waiving = waiving;
        this.actor = actor;
        this.auditing = auditing;
        this.clock = clock;
    }

    /** @throws Refused ACT_MISSING, REASON_MISSING, NOBODY_CHOSEN, ONE_CANDIDATE, NOT_FOUND, ROOM_PAUSED when some are to go on in a room that stands still, and what the act itself refuses; then nothing was done */
    public CommandedView command(UUID session, CommandForm form) {
        if (form == null || form.act() == null || form.act() == RoomAct.CREDIT || form.act() == RoomAct.WAIVE) {
            throw new Refused(InvigilationRefusal.ACT_MISSING);
        }
        return carryOut(session, form, whom -> act(session, form, whom));
    }

    /** Gives the time of a silence back. */
    public CommandedView credit(UUID session, UUID enrolment, Instant from, String reason) {
        CommandForm form = new CommandForm(RoomAct.CREDIT, List.of(enrolment), reason, null, null);
        return carryOut(session, form, whom -> {
            crediting.credit(enrolment, from, actor.name(), reason);
            return 1;
        });
    }

    /** Lets a candidate off the locked browser. */
    public CommandedView waive(UUID session, UUID enrolment, String reason) {
        CommandForm form = new CommandForm(RoomAct.WAIVE, List.of(enrolment), reason, null, null);
        return carryOut(session, form, whom -> {
            waiving.waive(session, enrolment, reason);
            return 1;
        });
    }

    /** One connection at a time: what keeps others from beginning is committed before those who have begun are looked for. */
    private CommandedView carryOut(UUID session, CommandForm form, ToIntFunction<List<UUID>> act) {
        String reason = tidy(form.reason());
        Lock room = rooms[Math.floorMod(session.hashCode(), ROOMS)];
        room.lock();
        turns.acquireUninterruptibly();
        try {
            Kept kept = QuarkusTransaction.requiringNew().call(() -> keep(session, form, reason));
            return QuarkusTransaction.requiringNew().call(() -> done(session, form, reason, kept, act));
        } finally {
            turns.release();
            room.unlock();
        }
    }

    /** What was held before anybody who has begun. @param candidates how many who have not begun */
    private record Kept(boolean room, int candidates) {}

    private Kept keep(UUID session, CommandForm form, String reason) {
        if (form.act() != RoomAct.PAUSE) {
            return new Kept(false, 0);
        }
        commands.lock(session);
        return form.candidates() == null
                ? new Kept(pauses.begin(session, reason), 0)
                : new Kept(
                        false, pauses.hold(session, whom(session, form), reason).size());
    }

    private CommandedView done(
            UUID session, CommandForm form, String reason, Kept kept, ToIntFunction<List<UUID>> act) {
        commands.lock(session);
        List<UUID> whom = whom(session, form);
        // Another console has resumed the room meanwhile: nobody is paused after that.
        boolean overtaken = kept.room() && pauses.since(session).isEmpty();
        int begun = overtaken ? 0 : act.applyAsInt(whom);
        boolean resumed = isForTheRoom(form, RoomAct.RESUME) && pauses.end(session, reason);
        List<UUID> freed = form.act() == RoomAct.RESUME
                ? pauses.letGo(session, form.candidates() == null ? null : whom, reason)
                : List.of();
        Set<UUID> asked = new LinkedHashSet<>(whom);
        asked.addAll(freed);
        int affected = begun + kept.candidates() + freed.size();
        boolean room = kept.room() || resumed;
        if (affected > 0 || room) {
            commands.write(session, clock.now(), actor.name(), form, reason, List.copyOf(asked), affected);
            auditing.note(
                    "commanded",
                    "session",
                    session,
                    form.act() + " for " + affected + " of " + asked.size() + ": " + reason);
        }
        return new CommandedView(asked.size(), affected, room);
    }

    private static boolean isForTheRoom(CommandForm form, RoomAct act) {
        return form.act() == act && form.candidates() == null;
    }

    private List<UUID> whom(UUID session, CommandForm form) {
        if (form.candidates() == null) {
            return form.act() == RoomAct.START
                    ? sessions.enrolments(session).stream().map(e -> e.id()).toList()
                    : commands.open(session);
        }
        if (form.candidates().isEmpty()) {
            throw new Refused(InvigilationRefusal.NOBODY_CHOSEN);
        }
        List<UUID> found = commands.ofSession(session, form.candidates());
        if (found.size() < form.candidates().stream().distinct().count()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return found;
    }

    private int act(UUID session, CommandForm form, List<UUID> whom) {
        String reason = form.reason();
        return switch (form.act()) {
            case START -> start(session, whom);
            case PAUSE -> steering.pause(whom, reason);
            case RESUME -> resume(session, form, whom);
            case EXTEND -> steering.extend(whom, minutes(form), reason);
            case LOCK -> steering.lock(whom, reason);
            case UNLOCK -> steering.unlock(whom, reason);
            case HAND_IN -> steering.handIn(whom, reason);
            case MOVE -> move(session, form, whom);
            case CREDIT, WAIVE -> throw new Refused(InvigilationRefusal.ACT_MISSING);
        };
    }

    private int resume(UUID session, CommandForm form, List<UUID> whom) {
        if (form.candidates() != null && pauses.since(session).isPresent()) {
            throw new Refused(InvigilationRefusal.ROOM_PAUSED);
        }
        return steering.resume(whom, form.reason());
    }

    private static Duration minutes(CommandForm form) {
        if (form.minutes() == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "minutes");
        }
        return Duration.ofMinutes(form.minutes());
    }

    /** Of two who start it at once one does. */
    private int start(UUID session, List<UUID> whom) {
        if ("RUNNING".equals(sessions.find(session).orElseThrow().state())) {
            return 0;
        }
        opening.start(session);
        return whom.size();
    }

    /**
     * The log is told only of a sitting that had begun before: who begins meanwhile waits for this transaction, and must not be waited for by it. Such a one begins at
     * the new seat.
     */
    private int move(UUID session, CommandForm form, List<UUID> whom) {
        if (whom.size() != 1 || form.candidates() == null) {
            throw new Refused(InvigilationRefusal.ONE_CANDIDATE);
        }
        UUID enrolment = whom.get(0);
        boolean begun = commands.hasBegun(enrolment);
        reseating.reseat(session, enrolment, form.seat(), form.reason());
        if (begun && !steering.move(enrolment, form.seat(), form.reason())) {
            throw new Refused(InvigilationRefusal.CLOSED);
        }
        return 1;
    }

    private static String tidy(String reason) {
        String tidy = reason == null ? "" : reason.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_REASON) {
            throw new Refused(InvigilationRefusal.REASON_MISSING, LONGEST_REASON);
        }
        return tidy;
    }
}
