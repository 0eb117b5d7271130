package org.chizheng.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.Items;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.paper.rule.Draw;
import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Shortage;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.PoolItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Commits first, draws after: the commitment binds secret, blueprint and pool; the public value comes later; the seed of paper i is a digest of secret, public value and i. */
@ApplicationScoped
public class PaperBatching {
    private static final String SECRET = "paper-batch.secret";
    private final Sql sql;
    private final Blueprints blueprints;
    private final Items items;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    public PaperBatching(
            Sql sql, Blueprints blueprints, Items items, Sealer sealer, OfficialClock clock, ObjectMapper json) {
        this.sql = sql;
        this.blueprints = blueprints;
        this.items = items;
        this.sealer = sealer;
        this.clock = clock;
        this.json = json;
    }

    /** @throws Refused SHORTAGE with the list when the bank cannot fill the blueprint */
    @Transactional
    public UUID commit(UUID blueprintId) {
        Blueprint blueprint = blueprints.find(blueprintId).orElseThrow();
        List<Revision> pool = items.current(blueprint.subject());
        List<Shortage> shortages = PaperAssembler.shortages(wants(blueprint), pool(pool));
        if (!shortages.isEmpty()) {
            throw new Refused(PaperRefusal.SHORTAGE, describe(shortages));
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        UUID id = Ids.next();
        String digests = pool.stream().map(Revision::digest).collect(Collectors.joining("\n"));
        sql.update(
                "INSERT INTO paper_batch (id, blueprint_id, commitment, secret_sealed, committed_at) VALUES (?, ?, ?, ?, ?)",
                id,
                blueprintId,
                Digests.hex(secret, blueprint.digest(), digests),
                sealer.seal(secret, SECRET, id),
                clock.now());
        List<Object[]> rows = new ArrayList<>();
        pool.forEach(revision -> rows.add(new Object[] {id, rows.size(), revision.id()}));
        sql.batch("INSERT INTO paper_batch_pool (batch_id, ordinal, revision_id) VALUES (?, ?, ?)", rows);
        return id;
    }

    /** Draws and freezes the papers, once. */
    @Transactional
    public void draw(UUID batch, String publicValue, int count, String title) {
        if (sql.update(
                        "UPDATE paper_batch SET public_value = ?, drawn_at = ? WHERE id = ? AND drawn_at IS NULL",
                        publicValue,
                        clock.now(),
                        batch)
                == 0) {
            throw new Refused(PaperRefusal.ALREADY_DRAWN);
        }
        Blueprint blueprint = sql.first(
                        "SELECT blueprint_id FROM paper_batch WHERE id = ?", row -> row.getObject(1, UUID.class), batch)
                .flatMap(blueprints::find)
                .orElseThrow();
        byte[] secret = sealer.open(
                sql.first("SELECT secret_sealed FROM paper_batch WHERE id = ?", row -> row.getBytes(1), batch)
                        .orElseThrow(),
                SECRET,
                batch);
        List<Revision> pool = items.committed(batch);
        List<Object[]> papers = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        Instant now = clock.now();
        for (int i = 0; i < count; i++) {
            Freezer.Frozen frozen =
                    paper(blueprint, pool, Digests.of("paper", secret, publicValue.getBytes(UTF_8), i), title);
            UUID id = Ids.next();
            String body = write(frozen.view());
            String answers = write(frozen.key());
            papers.add(new Object[] {id, batch, i, Digests.hex(body, answers), body, now});
            keys.add(new Object[] {id, answers});
        }
        sql.batch(
                "INSERT INTO paper (id, batch_id, ordinal, digest, body, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                papers);
        sql.batch("INSERT INTO paper_key (paper_id, answers) VALUES (?, ?)", keys);
    }

    static Freezer.Frozen paper(Blueprint blueprint, List<Revision> pool, byte[] seed, String title) {
        Map<UUID, Revision> byId = pool.stream().collect(Collectors.toMap(Revision::id, Function.identity()));
        return Freezer.freeze(title, PaperAssembler.assemble(wants(blueprint), pool(pool), new Draw(seed)), byId);
    }

    static List<Want> wants(Blueprint blueprint) {
        return blueprint.quotas().stream()
                .map(q -> new Want(new Cell(q.type(), q.chapter(), q.difficulty()), q.items(), q.points()))
                .toList();
    }

    static List<PoolItem> pool(List<Revision> revisions) {
        return revisions.stream()
                .map(r -> new PoolItem(
                        r.id(),
                        r.type(),
                        r.chapter(),
                        r.difficulty(),
                        r.options().size()))
                .toList();
    }

    private static String describe(List<Shortage> shortages) {
        return shortages.stream()
                .map(s -> s.cell().type() + " " + s.cell().chapter() + "/"
                        + s.cell().difficulty() + ": " + s.available() + " < " + s.wanted())
                .collect(Collectors.joining(", "));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
