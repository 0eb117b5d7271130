package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Actor;
import org.chizheng.common.Refused;

/**
 * The staff's acts on clocks that run: pause, resume, extend, credit lost time. Each goes into the log of every sitting it touches, with its reason, and into the
 * audit log; it follows the candidate to any seat, because it changes the sitting and not the page.
 */
@ApplicationScoped
public class Steering {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_MINUTES = 240;
    private final SittingLog log;
    private final Actor actor;

    public Steering(SittingLog log, Actor actor) {
        this.log = log;
        this.actor = actor;
    }

    /** Time stands still until it is resumed. @return how many were under way and are paused now */
    public int pause(List<UUID> enrolments, String reason) {
        return each(enrolments, Entry.Kind.PAUSED, tidy(reason), AuditedAct.PAUSED, (sitting, at) -> {
            if (!"UNDER_WAY".equals(sitting.state()) || at.isAfter(sitting.deadline())) {
                return false;
            }
            sitting.held(at);
            return true;
        });
    }

    /** @return how many were paused and go on now, with as much time as they had */
    public int resume(List<UUID> enrolments, String reason) {
        return each(enrolments, Entry.Kind.RESUMED, tidy(reason), AuditedAct.RESUMED, (sitting, at) -> {
            if (!"HELD".equals(sitting.state())) {
                return false;
            }
            sitting.resumed(at);
            return true;
        });
    }

    /** @param by 1 second to 240 minutes, rounded up to the second, as the logs tell it; @return how many of them were not closed and have more time now */
    public int extend(List<UUID> enrolments, Duration by, String reason) {
        if (by.isNegative() || by.isZero() || by.toMinutes() > MOST_MINUTES) {
            throw new Refused(SittingRefusal.EXTENSION_INVALID, MOST_MINUTES);
        }
        Duration whole = by.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
        String word = whole.toSeconds() + " s: " + tidy(reason);
        return each(enrolments, Entry.Kind.EXTENDED, word, AuditedAct.EXTENDED, (sitting, at) -> {
            sitting.extended(whole);
            return true;
        });
    }

    private int each(
            List<UUID> enrolments,
            Entry.Kind kind,
            String word,
            String act,
            BiFunction<Live, Instant, Boolean> change) {
        String who = actor.name();
        List<CompletableFuture<Boolean>> under = new ArrayList<>();
        for (UUID enrolment : enrolments) {
            under.add(log.submit(new Act<>(enrolment) {
                @Override
                Boolean decide(Batch batch, Instant at) {
                    Live sitting = batch.live(enrolment);
                    if (sitting == null || "CLOSED".equals(sitting.state()) || !change.apply(sitting, at)) {
                        return false;
                    }
                    batch.append(sitting, sitting.append(kind, 0, 0, word, at, false));
                    batch.steer(sitting);
                    batch.note(AuditedAct.byStaff(who, sitting, act, word));
                    return true;
                }
            }));
        }
        try {
            return (int) under.stream().filter(CompletableFuture::join).count();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Refused refused
                    ? new Refused(refused.reason(), refused.arguments().toArray())
                    : e;
        }
    }

    private static String tidy(String reason) {
        String tidy = reason == null ? "" : reason.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_REASON) {
            throw new Refused(SittingRefusal.REASON_MISSING);
        }
        return tidy;
    }
}
