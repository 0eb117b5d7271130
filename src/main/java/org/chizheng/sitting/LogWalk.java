package org.chizheng.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.audit.Auditing.Note;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.sitting.rule.SittingClock;

/**
 * Walks a stored log from its origin and does again what it tells, by the rules that wrote it. Stops at the first entry that is not what was written, or that the
 * service would not have written.
 */
final class LogWalk {
    private static final Pattern EXTENSION = Pattern.compile("(\\d{1,9}) s: .*", Pattern.DOTALL);
    private final UUID id;
    private final UUID enrolment;
    private final UUID paper;
    private final List<Note> acts = new ArrayList<>();
    private Live live;
    private Instant startedAt;
    private Instant closedAt;
    private String closing;
    private int entries;

    /** @param deadline the one to hold answers of a log against that does not tell any: before its first entry was the start */
    LogWalk(UUID id, UUID enrolment, UUID paper, Instant deadline) {
        this.id = id;
        this.enrolment = enrolment;
        this.paper = paper;
        live = from(deadline);
    }

    private Live from(Instant deadline) {
        return new Live(id, enrolment, null, paper, "UNDER_WAY", deadline, null, 0);
    }

    /** @param row the next row of the log; @return null, or what is wrong with it */
    String take(ResultSet row) throws SQLException {
        entries++;
        if (row.getInt("position") != entries) {
            return "entry " + entries + " is missing";
        }
        if (closedAt != null) {
            return "entry " + entries + " stands behind the closing";
        }
        Entry.Kind kind = kind(row.getString("kind"));
        if (kind == null) {
            return "entry " + entries + " is of no kind";
        }
        int sequence = row.getInt("sequence");
        int item = row.getInt("item");
        String word = row.getString("answer");
        Instant at = Sql.instant(row, "received_at");
        boolean counted = row.getBoolean("counted");
        byte[] hash = ResponseChain.link(live.head(), entries, kind, sequence, item, word, at, counted);
        if (!Arrays.equals(hash, row.getBytes("hash"))) {
            return "entry " + entries + " (" + kind + ", item " + item + ") is not what was written"
                    + (entries == 1 ? ", or the sitting's paper is not the one it was" : "");
        }
        String fault = again(new Entry(entries, kind, sequence, item, word, at, counted, hash));
        return fault == null ? null : "entry " + entries + " (" + kind + ") " + fault;
    }

    /** Null for what is none. */
    private static Entry.Kind kind(String name) {
        return Arrays.stream(Entry.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String again(Entry entry) {
        if (startedAt == null && entry.kind() != Entry.Kind.BEGUN && entry.kind() != Entry.Kind.ANSWERED) {
            return "stands in a log that has not begun";
        }
        String fault = switch (entry.kind()) {
            case BEGUN -> begin(entry);
            case OPENED -> open();
            case ANSWERED -> answer(entry);
            case NOTED -> shut();
            case PAUSED -> pause(entry);
            case RESUMED -> resume(entry);
            case EXTENDED -> extend(entry);
            case LOCKED -> lock(entry);
            case UNLOCKED -> unlock(entry);
            case MOVED -> move(entry);
            case CLOSED -> close(entry);
        };
        if (fault == null) {
            live.append(entry.kind(), entry.sequence(), entry.item(), entry.word(), entry.at(), entry.counted());
        }
        return fault;
    }

    private String begin(Entry entry) {
        if (entries > 1) {
            return "begins again";
        }
        try {
            live = from(Instant.parse(entry.word()));
        } catch (DateTimeException e) {
            return "does not say until when";
        }
        startedAt = entry.at();
        acts.add(AuditedAct.began(live, live.deadline()));
        return null;
    }

    /** The service takes nothing from a page that is paused or locked. */
    private String shut() {
        if (live.heldAt() != null) {
            return "came during a pause";
        }
        return live.lockedAt() != null ? "came while the page was locked" : null;
    }

    private String open() {
        if (live.lockedAt() != null) {
            return "came while the page was locked";
        }
        live.opened();
        if (live.epoch() > 1) {
            acts.add(AuditedAct.openedAgain(live, live.epoch()));
        }
        return null;
    }

    private String answer(Entry entry) {
        try {
            Answering.mustBeAnswers(List.of(new AnswerEvent(entry.sequence(), entry.item(), entry.word())));
        } catch (Refused e) {
            return "is no answer";
        }
        if (entry.counted() != SittingClock.counts(entry.at(), live.deadline())) {
            return entry.counted() ? "counts, and came after the end" : "does not count, and came before the end";
        }
        return shut();
    }

    private String pause(Entry entry) {
        live.held(entry.at());
        return byStaff(AuditedAct.PAUSED, entry);
    }

    private String resume(Entry entry) {
        if (live.heldAt() == null) {
            return "ends a pause that had not begun";
        }
        live.resumed(entry.at());
        return byStaff(AuditedAct.RESUMED, entry);
    }

    private String extend(Entry entry) {
        Matcher extension = EXTENSION.matcher(entry.word());
        if (!extension.matches()) {
            return "does not say by how much";
        }
        live.extended(Duration.ofSeconds(Long.parseLong(extension.group(1))));
        return byStaff(AuditedAct.EXTENDED, entry);
    }

    private String lock(Entry entry) {
        if (live.lockedAt() != null) {
            return "locks a page that was locked";
        }
        live.locked(entry.at());
        return byStaff(AuditedAct.LOCKED, entry);
    }

    private String unlock(Entry entry) {
        if (live.lockedAt() == null) {
            return "unlocks a page that was not locked";
        }
        live.unlocked();
        return byStaff(AuditedAct.UNLOCKED, entry);
    }

    /** The page at the old seat may write no more. */
    private String move(Entry entry) {
        live.opened();
        return byStaff(AuditedAct.MOVED, entry);
    }

    private String byStaff(String act, Entry entry) {
        acts.add(AuditedAct.byStaff(null, live, act, entry.word()));
        return null;
    }

    private String close(Entry entry) {
        live.closed();
        closedAt = entry.at();
        closing = entry.word();
        return null;
    }

    int entries() {
        return entries;
    }

    /** Where the sitting stands at the end of its log. */
    Live live() {
        return live;
    }

    /** Null in a log of the time when only answers were logged. */
    Instant startedAt() {
        return startedAt;
    }

    /** Null while it is open. */
    Instant closedAt() {
        return closedAt;
    }

    /** CANDIDATE, DEADLINE or STAFF; null while it is open. */
    String closedBy() {
        return closing == null ? null : HandingIn.by(closing);
    }

    /** The closing's own words: who, and the reason if it was the staff; null while it is open. */
    String closing() {
        return closing;
    }

    /** What the audit log was told, but for the receipt. */
    List<Note> acts() {
        return acts;
    }
}
