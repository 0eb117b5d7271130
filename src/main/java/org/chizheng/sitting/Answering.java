package org.chizheng.sitting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Refused;
import org.chizheng.sitting.rule.Choice;
import org.chizheng.sitting.rule.SittingClock;

/**
 * Appends answers to the log. Told only after the commit, so what is called saved is durable; a repeat of the same event is harmless, another content under its
 * number is refused. What arrives after the deadline is recorded and does not count.
 */
@ApplicationScoped
public class Answering {
    private static final int MOST_SEQUENCE = 20_000;
    private static final int MOST_ITEM = 500;
    private static final int MOST_NOTES = 500;
    private final SittingLog log;
    private final DatabaseClock clock;
    private final Sittings sittings;
    private final Presence presence;

    public Answering(SittingLog log, DatabaseClock clock, Sittings sittings, Presence presence) {
        this.log = log;
        this.clock = clock;
        this.sittings = sittings;
        this.presence = presence;
    }

    /** @return fails with Refused ANSWER_INVALID, NOT_STARTED, STALE_PAGE, HELD, LOCKED, CLOSED, SEQUENCE_CONFLICT or TRY_AGAIN; then nothing of it was kept */
    public CompletableFuture<SavedView> answer(UUID enrolment, AnswersForm form) {
        mustBeAnswers(form.events());
        return log.submit(new Act<>(enrolment) {
            @Override
            SavedView decide(Batch batch, Instant at) {
                Live sitting = writable(batch.live(enrolment), form.epoch());
                presence.seen(sitting.id);
                return append(sitting, form.events(), batch, at);
            }
        });
    }

    /** Events for the invigilator, such as leaving the page; they change nothing. At most 500 a sitting are kept. */
    public CompletableFuture<Integer> note(UUID enrolment, int epoch, List<PageNote> notes) {
        return log.submit(new Act<>(enrolment) {
            @Override
            Integer decide(Batch batch, Instant at) {
                Live sitting = writable(batch.live(enrolment), epoch);
                int room = Math.max(0, MOST_NOTES - sitting.notes());
                List<PageNote> kept = notes.subList(0, Math.min(room, notes.size()));
                kept.forEach(
                        note -> batch.append(sitting, sitting.append(Entry.Kind.NOTED, 0, 0, note.name(), at, false)));
                return kept.size();
            }
        });
    }

    /** A sign of life, answered with the state and the time left. */
    public StateView heartbeat(UUID enrolment, int epoch) {
        Live known = log.lastKnown(enrolment).orElse(null);
        if (known == null || epoch != known.epoch() || !"UNDER_WAY".equals(known.standing())) {
            known = sittings.find(enrolment).orElseThrow(() -> new Refused(SittingRefusal.NOT_STARTED));
        }
        if (!"CLOSED".equals(known.state()) && epoch != known.epoch()) {
            throw new Refused(SittingRefusal.STALE_PAGE);
        }
        presence.seen(known.id);
        Instant now = clock.now();
        return new StateView(known.standing(), now, known.remainingMillis(now), null);
    }

    static void mustBeAnswers(List<AnswerEvent> events) {
        for (AnswerEvent event : events) {
            boolean fits = event.sequence() >= 1
                    && event.sequence() <= MOST_SEQUENCE
                    && event.item() >= 1
                    && event.item() <= MOST_ITEM
                    && event.answer() != null
                    && event.answer().length() <= 17
                    && Choice.bits(event.answer()) != Choice.INVALID;
            if (!fits) {
                throw new Refused(SittingRefusal.ANSWER_INVALID);
            }
        }
        if (events.size() > MOST_ITEM) {
            throw new Refused(CommonRefusal.TOO_LARGE);
        }
    }

    /** @return the sitting if this page may write to it now */
    static Live writable(Live sitting, int epoch) {
        if (sitting == null) {
            throw new Refused(SittingRefusal.NOT_STARTED);
        }
        if ("CLOSED".equals(sitting.state())) {
            throw new Refused(SittingRefusal.CLOSED);
        }
        if (epoch != sitting.epoch()) {
            throw new Refused(SittingRefusal.STALE_PAGE);
        }
        if ("HELD".equals(sitting.state())) {
            throw new Refused(SittingRefusal.HELD);
        }
        if (sitting.lockedAt() != null) {
            throw new Refused(SittingRefusal.LOCKED);
        }
        return sitting;
    }

    /** Refuses before it appends anything. */
    static SavedView append(Live sitting, List<AnswerEvent> events, Batch batch, Instant at) {
        Map<Integer, AnswerEvent> distinct = new HashMap<>();
        for (AnswerEvent event : events) {
            AnswerEvent earlier = distinct.putIfAbsent(event.sequence(), event);
            boolean conflict = earlier != null && !earlier.equals(event)
                    || sitting.knows(event.sequence())
                            && !sitting.isRepeat(event.sequence(), event.item(), event.answer());
            if (conflict) {
                throw new Refused(SittingRefusal.SEQUENCE_CONFLICT, event.sequence());
            }
        }
        boolean counted = SittingClock.counts(at, sitting.deadline());
        List<Integer> saved = new ArrayList<>(events.size());
        List<Integer> late = new ArrayList<>(0);
        for (AnswerEvent event : events) {
            if (!sitting.knows(event.sequence())) {
                Entry.Kind kind = Entry.Kind.ANSWERED;
                batch.append(
                        sitting, sitting.append(kind, event.sequence(), event.item(), event.answer(), at, counted));
            }
            (sitting.counts(event.sequence()) ? saved : late).add(event.sequence());
        }
        return new SavedView(saved, late, sitting.remainingMillis(at), sitting.state());
    }
}
