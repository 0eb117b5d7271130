package org.chizheng.paper;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.Difficulties;
import org.chizheng.bank.Enemies;
import org.chizheng.bank.Items;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.paper.FrozenPapers.Drawn;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.rule.DrawRules;
import org.chizheng.paper.rule.PaperAssembler.Shortage;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;

/** The papers of a session, from the commitment before the public value is known to the revealing of the secret; see {@link ProvableDraw}. */
@ApplicationScoped
public class PaperBatching {
    private static final int BYTES = 32;
    /** Papers that are drawn for trial when a session is planned, so that enemies which leave none are told then and not on the day. */
    private static final int TRIAL = 60;

    private final Sql sql;
    private final Blueprints blueprints;
    private final Items items;
    private final Enemies enemies;
    private final Difficulties difficulties;
    private final CommittedBatches batches;
    private final FrozenPapers papers;
    private final OfficialClock clock;
    private final SecureRandom random = new SecureRandom();

    PaperBatching(
            Sql sql,
            Blueprints blueprints,
            Items items,
            Enemies enemies,
            Difficulties difficulties,
            CommittedBatches batches,
            FrozenPapers papers,
            OfficialClock clock) {
        this.sql = sql;
        this.blueprints = blueprints;
        this.items = items;
        this.enemies = enemies;
        this.difficulties = difficulties;
        this.batches = batches;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * @param cut in points, for which the papers are made equal
     * @throws Refused SHORTAGE with the list when the bank cannot fill the blueprint, ENEMIES_MEET when it can only with items that must be kept apart
     */
    @Transactional
    public UUID commit(UUID blueprintId, int cut) {
        Blueprint blueprint = blueprints.find(blueprintId).orElseThrow();
        List<Revision> revisions = items.current(blueprint.subject());
        DrawPool pool = new DrawPool(blueprint, revisions);
        List<Shortage> shortages = pool.shortages();
        if (!shortages.isEmpty()) {
            throw new Refused(PaperRefusal.SHORTAGE, describe(shortages));
        }
        byte[] salt = bytes();
        DrawPool.Weighed weighed = pool.at(cut, difficulties.of(blueprint.subject()), salt);
        List<DrawRecord.Enemies> apart = pool.apart(enemies.standing(blueprint.subject()));
        if (!apart.isEmpty()) {
            forms(committed(pool, weighed, apart), "trial", TRIAL, revisions);
        }
        UUID id = Ids.next();
        batches.enter(id, blueprintId, cut, salt, committed(pool, weighed, apart), revisions, weighed.slopes());
        return id;
    }

    /** Each time with another secret. */
    private Committed committed(DrawPool pool, DrawPool.Weighed weighed, List<DrawRecord.Enemies> apart) {
        return new Committed(DrawRules.CURRENT, bytes(), pool.wants(), weighed.cards(), apart);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<Form> forms(Committed committed, String publicValue, int count, List<Revision> pool) {
        try {
            return committed.forms(publicValue, count);
        } catch (EnemiesMeet e) {
            throw new Refused(
                    PaperRefusal.ENEMIES_MEET,
                    pool.get(ProvableDraw.place(e.one())).item(),
                    pool.get(ProvableDraw.place(e.other())).item());
        }
    }

    /** Draws and freezes the papers, once, by the rules that the batch has committed to. */
    @Transactional
    public void draw(UUID batch, String publicValue, int count, String title) {
        Instant now = clock.now();
        if (sql.update(
                        "UPDATE paper_batch SET public_value = ?, drawn_at = ? WHERE id = ? AND drawn_at IS NULL",
                        publicValue,
                        now,
                        batch)
                == 0) {
            throw new Refused(PaperRefusal.ALREADY_DRAWN);
        }
        CommittedBatches.Read read = batches.read(batch);
        List<Revision> pool = items.committed(batch);
        List<Drawn> drawn = forms(read.committed(), publicValue, count, pool).stream()
                .map(form -> new Drawn(form, Weight.of(form, read.committed().cards(), read.slopes())))
                .toList();
        papers.write(batch, title, drawn, pool, now);
    }

    /** From now on everybody may know the secret; repeatable. To be called when no paper of the session can be sat any more. */
    public void reveal(UUID batch) {
        sql.update("UPDATE paper_batch SET revealed_at = ? WHERE id = ? AND revealed_at IS NULL", clock.now(), batch);
    }

    private static String describe(List<Shortage> shortages) {
        return shortages.stream()
                .map(s -> s.cell().type() + " " + s.cell().chapter() + "/"
                        + s.cell().difficulty()
                        + (s.cell().level().isEmpty() ? "" : " " + s.cell().level()) + ": " + s.available() + " < "
                        + s.wanted())
                .collect(Collectors.joining(", "));
    }
}
