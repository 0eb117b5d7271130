package org.chizheng.bank;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.bank.rule.StatedReason;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Notes that two items are enemies, and lifts it again. Papers drawn or committed before stay as they are. */
@ApplicationScoped
public class EnemyNoting {
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    EnemyNoting(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused REASON_NEEDED, SAME_ITEM, NO_SUCH_ITEM with the code, or ALREADY_ENEMIES */
    @Transactional
    public void note(String subject, String one, String other, String reason, String by) {
        String first = code(one);
        String second = code(other);
        String why = StatedReason.of(reason)
                .orElseThrow(() -> new Refused(BankRefusal.REASON_NEEDED, StatedReason.SHORTEST, StatedReason.LONGEST));
        if (first.equals(second)) {
            throw new Refused(BankRefusal.SAME_ITEM);
        }
        mustBe(subject, first);
        mustBe(subject, second);
        String lower = first.compareTo(second) < 0 ? first : second;
        String upper = first.compareTo(second) < 0 ? second : first;
        int added = sql.update(
                "INSERT INTO item_enemy (id, one, other, reason, noted_by, noted_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (one, other) WHERE lifted_at IS NULL DO NOTHING",
                Ids.next(),
                lower,
                upper,
                why,
                by,
                clock.now());
        if (added == 0) {
            throw new Refused(BankRefusal.ALREADY_ENEMIES);
        }
        auditing.note("kept apart", "item", lower, upper + ": " + why);
    }

    /** Lifting twice is as lifting once. */
    @Transactional
    public void lift(String subject, String one, String other, String by) {
        int lifted = sql.update(
                "UPDATE item_enemy e SET lifted_by = ?, lifted_at = ? FROM item i"
                        + " WHERE e.one = ? AND e.other = ? AND e.lifted_at IS NULL AND i.code = e.one AND i.subject = ?",
                by,
                clock.now(),
                one,
                other,
                subject);
        if (lifted > 0) {
            auditing.note("no longer kept apart", "item", one, other);
        }
    }

    private static String code(String typed) {
        return typed == null ? "" : typed.strip().toUpperCase(java.util.Locale.ROOT);
    }

    private void mustBe(String subject, String code) {
        if (sql.first("SELECT 1 FROM item WHERE code = ? AND subject = ?", row -> true, code, subject)
                .isEmpty()) {
            throw new Refused(BankRefusal.NO_SUCH_ITEM, code);
        }
    }
}
