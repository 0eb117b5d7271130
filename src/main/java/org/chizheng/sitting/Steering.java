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
 * The staff's acts on clocks and pages that are in use: pause, resume, extend, credit lost time, lock, unlock, move, hand in. Each goes into the log of every sitting
 * it touches, with its reason, and into the audit log; it follows the candidate to any seat, because it changes the sitting and not the page.
 */
@ApplicationScoped
public class Steering {
    private static final int LONGEST_REASON = 200;
    private static final int MOST_MINUTES = 240;
    private final SittingLog log;
    private final HandingIn handingIn;
    private final Actor actor;

    public Steering(SittingLog log, HandingIn handingIn, Actor actor) {
        this.log = log;
        this.handingIn = handingIn;
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

    /** The page is shut until it is unlocked, and the time goes on. @return how many were not locked and are now */
    public int lock(List<UUID> enrolments, String reason) {
        return each(enrolments, Entry.Kind.LOCKED, tidy(reason), AuditedAct.LOCKED, (sitting, at) -> {
            if (sitting.lockedAt() != null) {
                return false;
            }
            sitting.locked(at);
            return true;
        });
    }

    /** @return how many were locked and may go on now */
    public int unlock(List<UUID> enrolments, String reason) {
        return each(enrolments, Entry.Kind.UNLOCKED, tidy(reason), AuditedAct.UNLOCKED, (sitting, at) -> {
            if (sitting.lockedAt() == null) {
                return false;
            }
            sitting.unlocked();
            return true;
        });
    }

    /** Makes the page at the old seat stale; the paper and the time stay. @param seat label of the new one; @return whether there was a sitting to tell, not closed */
    public boolean move(UUID enrolment, String seat, String reason) {
        String who = actor.name();
        String word = seat + ": " + tidy(reason);
        return 1
                == all(List.of(new Act<>(enrolment) {
                    @Override
                    Boolean decide(Batch batch, Instant at) {
                        Live sitting = batch.live(enrolment);
                        if (sitting == null || "CLOSED".equals(sitting.state())) {
                            return false;
                        }
                        batch.open(sitting);
                        batch.append(sitting, sitting.append(Entry.Kind.MOVED, 0, 0, word, at, false));
                        batch.note(AuditedAct.byStaff(who, sitting, AuditedAct.MOVED, word));
                        return true;
                    }
                }));
    }

    /** For candidates who cannot or will not. What their pages have not sent yet is lost. @return how many were open and are handed in now */
    public int handIn(List<UUID> enrolments, String reason) {
        String who = actor.name();
        String tidy = tidy(reason);
        int closed = all(enrolments.stream()
                .map(enrolment -> handingIn.byStaff(enrolment, who, tidy))
                .toList());
        if (closed > 0) {
            handingIn.told();
        }
        return closed;
    }

    private int each(
            List<UUID> enrolments,
            Entry.Kind kind,
            String word,
            String act,
            BiFunction<Live, Instant, Boolean> change) {
        String who = actor.name();
        List<Act<Boolean>> acts = new ArrayList<>();
        for (UUID enrolment : enrolments) {
            acts.add(new Act<>(enrolment) {
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
            });
        }
        return all(acts);
    }

    /** @return how many found something to do; if some did, those that were refused are left for a repetition */
    private int all(List<Act<Boolean>> acts) {
        List<CompletableFuture<Boolean>> under = acts.stream().map(log::submit).toList();
        int done = 0;
        CompletionException failure = null;
        for (CompletableFuture<Boolean> one : under) {
            try {
                done += one.join() ? 1 : 0;
            } catch (CompletionException e) {
                failure = e;
            }
        }
        if (done == 0 && failure != null) {
            throw failure.getCause() instanceof Refused refused
                    ? new Refused(refused.reason(), refused.arguments().toArray())
                    : failure;
        }
        return done;
    }

    private static String tidy(String reason) {
        String tidy = reason == null ? "" : reason.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_REASON) {
            throw new Refused(SittingRefusal.REASON_MISSING);
        }
        return tidy;
    }
}
