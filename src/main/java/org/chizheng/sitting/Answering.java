package org.chizheng.sitting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.sitting.rule.SittingClock;

/** Appends answers to the log. Answered only after the commit, so what is called saved is durable; a repeat of the same event is harmless, another content under its number is refused. */
@ApplicationScoped
public class Answering {
    private static final String INSERT = """
            INSERT INTO response_event (sitting_id, position, sequence, item, answer, received_at, counted, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sittings sittings;
    private final Sql sql;

    public Answering(Sittings sittings, Sql sql) {
        this.sittings = sittings;
        this.sql = sql;
    }

    @Transactional
    public SavedView answer(UUID enrolmentId, AnswersForm form) {
        Open sitting = sittings.lock(enrolmentId).orElseThrow(() -> new Refused(SittingRefusal.NOT_STARTED));
        mustBeWritable(sitting, form.epoch());
        return append(sitting, form.events());
    }

    @Transactional
    public StateView heartbeat(UUID enrolmentId, int epoch) {
        Open sitting = sittings.lock(enrolmentId).orElseThrow(() -> new Refused(SittingRefusal.NOT_STARTED));
        if (!sitting.state().equals("CLOSED") && epoch != sitting.epoch()) {
            throw new Refused(SittingRefusal.STALE_PAGE);
        }
        sql.update("UPDATE sitting SET last_seen_at = ? WHERE id = ?", sitting.now(), sitting.id());
        return new StateView(sitting.state(), sitting.now(), sitting.remainingMillis(), null);
    }

    static void mustBeWritable(Open sitting, int epoch) {
        if (sitting.state().equals("CLOSED")) {
            throw new Refused(SittingRefusal.CLOSED);
        }
        if (sitting.state().equals("HELD")) {
            throw new Refused(SittingRefusal.HELD);
        }
        if (epoch != sitting.epoch()) {
            throw new Refused(SittingRefusal.STALE_PAGE);
        }
    }

    /** The row of the sitting must be locked by the caller's transaction. */
    SavedView append(Open sitting, List<AnswerEvent> events) {
        boolean counted = SittingClock.counts(sitting.now(), sitting.deadline());
        List<Integer> saved = new ArrayList<>();
        List<Integer> late = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        byte[] head = sitting.head();
        for (AnswerEvent event : withoutRepeats(events)) {
            Boolean known = isKnown(sitting.id(), event);
            if (known == null) {
                int position = sitting.events() + rows.size() + 1;
                head = ResponseChain.link(head, position, event, sitting.now(), counted);
                rows.add(new Object[] {
                    sitting.id(), position, event.sequence(), event.item(), event.answer(), sitting.now(), counted, head
                });
                known = counted;
            }
            (known ? saved : late).add(event.sequence());
        }
        if (!rows.isEmpty()) {
            sql.batch(INSERT, rows);
            sql.update(
                    "UPDATE sitting SET events = events + ?, chain_head = ?, last_seen_at = ? WHERE id = ?",
                    rows.size(),
                    head,
                    sitting.now(),
                    sitting.id());
        }
        return new SavedView(saved, late, sitting.remainingMillis(), sitting.state());
    }

    /** A sequence that comes twice in one request must say the same both times. */
    private static Collection<AnswerEvent> withoutRepeats(List<AnswerEvent> events) {
        Map<Integer, AnswerEvent> distinct = new LinkedHashMap<>();
        for (AnswerEvent event : events) {
            AnswerEvent earlier = distinct.putIfAbsent(event.sequence(), event);
            if (earlier != null && !earlier.equals(event)) {
                throw new Refused(SittingRefusal.SEQUENCE_CONFLICT, event.sequence());
            }
        }
        return distinct.values();
    }

    /** @return null if new, otherwise whether the stored event counts */
    private Boolean isKnown(UUID sitting, AnswerEvent event) {
        record Stored(int item, String answer, boolean counted) {}
        return sql.first(
                        "SELECT item, answer, counted FROM response_event WHERE sitting_id = ? AND sequence = ?",
                        row -> new Stored(row.getInt(1), row.getString(2), row.getBoolean(3)),
                        sitting,
                        event.sequence())
                .map(stored -> {
                    if (stored.item() != event.item() || !stored.answer().equals(event.answer())) {
                        throw new Refused(SittingRefusal.SEQUENCE_CONFLICT, event.sequence());
                    }
                    return stored.counted();
                })
                .orElse(null);
    }
}
