package org.chizheng.sitting;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.chizheng.audit.Auditing.Note;

/** What the audit log is told of a sitting, beside what its own log says: {@link SittingProof} holds the one against the other. */
final class AuditedAct {
    static final String SUBJECT = "sitting";
    static final String BEGAN = "began";
    static final String HANDED_IN = "handed in";
    static final String PAUSED = "paused";
    static final String RESUMED = "resumed";
    static final String EXTENDED = "extended";
    static final String LOCKED = "locked";
    static final String UNLOCKED = "unlocked";
    static final String MOVED = "moved";
    private static final String OPENED_AGAIN = "opened again";
    static final Set<String> ALL =
            Set.of(BEGAN, OPENED_AGAIN, PAUSED, RESUMED, EXTENDED, LOCKED, UNLOCKED, MOVED, HANDED_IN);

    private AuditedAct() {}

    static Note began(Live sitting, Instant deadline) {
        return byHolder(sitting, BEGAN, "until " + deadline);
    }

    static Note openedAgain(Live sitting, int epoch) {
        return byHolder(sitting, OPENED_AGAIN, "page " + epoch);
    }

    /** The receipt, so that it cannot be exchanged or vanish: the audit log's seals are signed as it is. */
    static Note handedIn(Live sitting, String by, ReceiptView receipt) {
        return handedIn(holder(sitting.enrolment), sitting, by, receipt);
    }

    /** @param who the member of the staff who handed in for the candidate; null where that is not known */
    static Note handedIn(String who, Live sitting, String by, ReceiptView receipt) {
        String details =
                by + ", " + receipt.count() + " answers, receipt " + receipt.number() + ", " + receipt.digest();
        return new Note(who, HANDED_IN, SUBJECT, sitting.id, details);
    }

    /** @param who null where that is not known */
    static Note byStaff(String who, Live sitting, String act, String word) {
        return new Note(who, act, SUBJECT, sitting.id, word);
    }

    static String holder(UUID enrolment) {
        return "ticket:" + enrolment;
    }

    private static Note byHolder(Live sitting, String act, String details) {
        return new Note(holder(sitting.enrolment), act, SUBJECT, sitting.id, details);
    }
}
