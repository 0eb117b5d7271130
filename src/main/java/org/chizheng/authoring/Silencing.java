package org.chizheng.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.bank.rule.StatedReason;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Leaves a finding as it is, with a reason, or takes that back. What was said stays in the history. */
@ApplicationScoped
public class Silencing {
    private static final String INSERT =
            "INSERT INTO item_silence (item, check_name, digest, silenced, reason, acted_by, acted_at) VALUES (?, ?,"
                    + " ?, ?, ?, ?, ?)";
    private final CheckReports reports;
    private final OfficialClock clock;
    private final Actor actor;
    private final Sql sql;
    private final Auditing auditing;

    Silencing(CheckReports reports, OfficialClock clock, Actor actor, Sql sql, Auditing auditing) {
        this.reports = reports;
        this.clock = clock;
        this.actor = actor;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * Which finding, and what is to become of it.
     *
     * @param item code of the item, of a pair the one that comes first
     * @param silenced false takes an earlier silence back
     */
    public record SilenceForm(String item, String check, String digest, boolean silenced, String reason) {}

    /** @throws Refused SILENCE_REASON; FINDING_GONE if the item has changed meanwhile, so that the finding is another one or none */
    @Transactional
    public void act(String subject, SilenceForm form) {
        String reason = StatedReason.of(form.reason())
                .orElseThrow(
                        () -> new Refused(CheckRefusal.SILENCE_REASON, StatedReason.SHORTEST, StatedReason.LONGEST));
        Silences.Key key = new Silences.Key(form.item(), form.check(), form.digest());
        if (reports.of(subject).entries().stream()
                .noneMatch(entry -> entry.key().equals(key))) {
            throw new Refused(CheckRefusal.FINDING_GONE);
        }
        sql.update(INSERT, key.item(), key.check(), key.digest(), form.silenced(), reason, actor.name(), clock.now());
        auditing.note(
                form.silenced() ? "silenced check" : "took silence back",
                "item",
                key.item(),
                key.check() + ": " + reason);
    }
}
