package org.chizheng.goal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.goal.rule.Standing;
import org.chizheng.goal.rule.WorkKind;
import org.chizheng.goal.rule.WorkState;
import org.chizheng.message.Messaging;

/** Writes items and what happened to them, each with its entry in the audit log and with a message to the enterprise where it is to answer, in the acting transaction. */
@ApplicationScoped
class WorkBook {
    private static final String RUNNING =
            "SELECT * FROM work_item WHERE enterprise_id = ANY (?) AND state <> 'CLOSED' FOR UPDATE";
    private final Sql sql;
    private final OfficialClock clock;
    private final Actor actor;
    private final Auditing auditing;
    private final Messaging messaging;

    WorkBook(Sql sql, OfficialClock clock, Actor actor, Auditing auditing, Messaging messaging) {
        this.sql = sql;
        this.clock = clock;
        this.actor = actor;
        this.auditing = auditing;
        this.messaging = messaging;
    }

    /** By enterprise and kind; locked until the acting transaction ends. */
    Map<UUID, Map<WorkKind, RunningItem>> running(Collection<UUID> enterprises) {
        Map<UUID, Map<WorkKind, RunningItem>> found = new HashMap<>();
        sql.list(RUNNING, WorkItems::running, (Object) enterprises.toArray(UUID[]::new))
                .forEach(item -> found.computeIfAbsent(item.enterpriseId(), none -> new EnumMap<>(WorkKind.class))
                        .put(item.kind(), item));
        return found;
    }

    /** The enterprise is told until when to answer. */
    void raise(UUID enterprise, String region, Standing.Finding finding, LocalDate due) {
        UUID id = Ids.next();
        Instant now = clock.now();
        sql.update(
                "INSERT INTO work_item (id, kind, enterprise_id, region, amount, since, state, raised_at, due_on, changed_at, change)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, 'RAISED')",
                id,
                finding.kind().name(),
                enterprise,
                region,
                finding.amount(),
                finding.day(),
                now,
                due,
                now);
        note(id, "RAISED", finding.amount(), "");
        messaging.toEnterprise(enterprise, template(finding.kind()), String.valueOf(finding.amount()), due.toString());
    }

    private static String template(WorkKind kind) {
        return switch (kind) {
            case NO_SAFETY_MANAGER -> "work_no_safety_manager";
            case UNCERTIFIED -> "work_uncertified";
            case EXPIRING -> "work_expiring";
        };
    }

    /** It is about more or fewer people than before, or the enterprise has moved. */
    void follow(RunningItem item, Standing.Finding finding, String region) {
        String change =
                finding.amount() == item.amount() ? "MOVED" : finding.amount() > item.amount() ? "GREW" : "SHRANK";
        sql.update(
                "UPDATE work_item SET region = ?, amount = ?, since = ?, changed_at = ?, change = ?, version = version + 1 WHERE id = ?",
                region,
                finding.amount(),
                finding.day(),
                clock.now(),
                change,
                item.id());
        note(item.id(), change, finding.amount(), "");
    }

    /** The facts no longer hold. */
    void resolve(RunningItem item) {
        act(item, WorkState.Act.RESOLVE, item.dueOn(), "");
    }

    /** @param due last day for the next answer; item: locked, in a state that allows the act */
    void act(RunningItem item, WorkState.Act act, LocalDate due, String words) {
        sql.update(
                "UPDATE work_item SET state = ?, due_on = ?, changed_at = ?, change = ?, version = version + 1 WHERE id = ?",
                act.to().name(),
                due,
                clock.now(),
                act.name(),
                item.id());
        note(item.id(), act.name(), item.amount(), words);
        if (act == WorkState.Act.GIVE_BACK) {
            messaging.toEnterprise(item.enterpriseId(), "work_given_back", due.toString());
        }
    }

    private void note(UUID item, String act, int amount, String words) {
        sql.update(
                "INSERT INTO work_event (item_id, at, actor, act, amount, words) VALUES (?, ?, ?, ?, ?, ?)",
                item,
                clock.now(),
                actor.name(),
                act,
                amount,
                words);
        auditing.note(
                act.toLowerCase(java.util.Locale.ROOT).replace('_', ' '), "work item", item, String.valueOf(amount));
    }
}
