package org.chizheng.integrity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Writes down what somebody found out about a finding or a centre. */
@ApplicationScoped
public class Noting {
    private static final int LEAST = 5;
    private static final int MOST = 1000;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    Noting(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused WORDS_LENGTH unless there are 5 to 1000 characters */
    @Transactional
    public void onFinding(UUID finding, String words, String by) {
        note(finding, null, words, by);
        auditing.note("noted", "integrity finding", finding, "");
    }

    /** @throws Refused WORDS_LENGTH unless there are 5 to 1000 characters */
    @Transactional
    public void onCentre(UUID centre, String words, String by) {
        note(null, centre, words, by);
        auditing.note("noted", "centre", centre, "integrity");
    }

    private void note(UUID finding, UUID centre, String text, String by) {
        String words = text == null ? "" : text.strip();
        if (words.length() < LEAST || words.length() > MOST) {
            throw new Refused(IntegrityRefusal.WORDS_LENGTH, LEAST, MOST);
        }
        sql.update(
                "INSERT INTO integrity_note (id, finding_id, centre_id, words, noted_by, noted_at) VALUES (?, ?, ?, ?, ?, ?)",
                Ids.next(),
                finding,
                centre,
                words,
                by,
                clock.now());
    }
}
