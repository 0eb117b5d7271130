package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import org.chizheng.sitting.rule.Choice;

/**
 * A sitting as its one writer on this replica knows it: how far the log goes and what it says. Changed by appending only. When a write turns out to have been decided
 * on an old picture, it is thrown away and read again. The fields that other threads read are volatile.
 */
final class Live {
    private static final int KNOWN = 1 << 20;
    private static final int COUNTED = 1 << 19;
    final UUID id;
    final UUID enrolment;
    final UUID session;
    final UUID paper;
    private volatile String state;
    private volatile Instant deadline;
    private volatile Instant heldAt;
    private volatile Instant lockedAt;
    private volatile int epoch;
    private int position;
    private byte[] head;
    private int answered;
    private int notes;
    private int highest;
    private int[] answers = new int[128];

    Live(UUID id, UUID enrolment, UUID session, UUID paper, String state, Instant deadline, Instant heldAt, int epoch) {
        this.id = id;
        this.enrolment = enrolment;
        this.session = session;
        this.paper = paper;
        this.state = state;
        this.deadline = deadline;
        this.heldAt = heldAt;
        this.epoch = epoch;
        head = ResponseChain.origin(id, paper);
    }

    /** What the log says already. */
    void continueFrom(int lastPosition, byte[] lastHash, int notesSoFar) {
        position = lastPosition;
        head = lastHash;
        notes = notesSoFar;
    }

    void know(int sequence, int item, String word, boolean counted) {
        if (sequence >= answers.length) {
            answers = Arrays.copyOf(answers, Math.max(sequence + 1, answers.length * 2));
        }
        if (answers[sequence] == 0) {
            answered++;
        }
        answers[sequence] = packed(item, word) | (counted ? COUNTED : 0);
        highest = Math.max(highest, sequence);
    }

    private static int packed(int item, String word) {
        return KNOWN | item << 9 | Choice.bits(word);
    }

    /** Whether the log has an answer under that sequence. */
    boolean knows(int sequence) {
        return sequence < answers.length && answers[sequence] != 0;
    }

    /** Whether the known answer under that sequence is this one. */
    boolean isRepeat(int sequence, int item, String word) {
        return (answers[sequence] & ~COUNTED) == packed(item, word);
    }

    boolean counts(int sequence) {
        return (answers[sequence] & COUNTED) != 0;
    }

    /** The next entry of the log; the picture moves on with it. */
    Entry append(Entry.Kind kind, int sequence, int item, String word, Instant at, boolean counted) {
        position++;
        head = ResponseChain.link(head, position, kind, sequence, item, word, at, counted);
        if (kind == Entry.Kind.ANSWERED) {
            know(sequence, item, word, counted);
        } else if (kind == Entry.Kind.NOTED) {
            notes++;
        }
        return new Entry(position, kind, sequence, item, word, at, counted, head);
    }

    void opened() {
        epoch++;
    }

    void held(Instant at) {
        state = "HELD";
        heldAt = at;
    }

    /** The time that stood still is added to the end. */
    void resumed(Instant at) {
        state = "UNDER_WAY";
        deadline = deadline.plus(Duration.between(heldAt, at));
        heldAt = null;
    }

    void extended(Duration by) {
        deadline = deadline.plus(by);
    }

    /** The page is shut by the staff; the time goes on. */
    void locked(Instant at) {
        lockedAt = at;
    }

    void unlocked() {
        lockedAt = null;
    }

    void closed() {
        state = "CLOSED";
        heldAt = null;
        lockedAt = null;
    }

    String state() {
        return state;
    }

    Instant deadline() {
        return deadline;
    }

    Instant heldAt() {
        return heldAt;
    }

    /** Null while the page may be worked on. */
    Instant lockedAt() {
        return lockedAt;
    }

    /** What the candidate is told: LOCKED while the staff has shut the page and the time runs, otherwise the state. */
    String standing() {
        return lockedAt != null && "UNDER_WAY".equals(state) ? "LOCKED" : state;
    }

    int epoch() {
        return epoch;
    }

    int nextSequence() {
        return highest + 1;
    }

    int answered() {
        return answered;
    }

    int notes() {
        return notes;
    }

    byte[] head() {
        return head;
    }

    /** Time left at an instant; it stands still while the sitting is held. */
    long remainingMillis(Instant now) {
        Instant from = heldAt != null ? heldAt : now;
        return "CLOSED".equals(state)
                ? 0
                : Math.max(0, Duration.between(from, deadline).toMillis());
    }
}
