package org.chizheng.paper;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.bank.Difficulties;
import org.chizheng.bank.Enemies;
import org.chizheng.bank.Items;
import org.chizheng.bank.MeasuredDifficulty;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.Blueprints;
import org.chizheng.blueprint.rule.Cells;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.ProvableDraw.Weight;
import org.chizheng.paper.rule.CutChances;
import org.chizheng.paper.rule.CutChances.Located;
import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Shortage;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.chizheng.paper.rule.ParallelForms.EnemiesMeet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** The papers of a session, from the commitment before the public value is known to the revealing of the secret; see {@link ProvableDraw}. */
@ApplicationScoped
public class PaperBatching {
    static final String SECRET = "paper-batch.secret";
    static final String SALT = "paper-batch.salt";
    private static final int BYTES = 32;
    /** Papers that are drawn for trial when a session is planned, so that enemies which leave none are told then and not on the day. */
    private static final int TRIAL = 60;

    private final Sql sql;
    private final Blueprints blueprints;
    private final Items items;
    private final Enemies enemies;
    private final Difficulties difficulties;
    private final Draws draws;
    private final AgroalDataSource source;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    public PaperBatching(
            Sql sql,
            Blueprints blueprints,
            Items items,
            Enemies enemies,
            Difficulties difficulties,
            Draws draws,
            AgroalDataSource source,
            Sealer sealer,
            OfficialClock clock,
            ObjectMapper json) {
        this.sql = sql;
        this.blueprints = blueprints;
        this.items = items;
        this.enemies = enemies;
        this.difficulties = difficulties;
        this.draws = draws;
        this.source = source;
        this.sealer = sealer;
        this.clock = clock;
        this.json = json;
    }

    /**
     * @param cut in points, for which the papers are made equal
     * @throws Refused SHORTAGE with the list when the bank cannot fill the blueprint, ENEMIES_MEET when it can only with items that must be kept apart
     */
    @Transactional
    public UUID commit(UUID blueprintId, int cut) {
        Blueprint blueprint = blueprints.find(blueprintId).orElseThrow();
        List<Want> wants = wants(blueprint);
        List<Revision> pool = items.current(blueprint.subject());
        List<Shortage> shortages = PaperAssembler.shortages(wants, cells(blueprint, pool));
        if (!shortages.isEmpty()) {
            throw new Refused(PaperRefusal.SHORTAGE, describe(shortages));
        }
        byte[] secret = bytes();
        byte[] salt = bytes();
        List<Card> cards = cards(blueprint, pool, difficulties.of(blueprint.subject()), cut, salt);
        List<DrawRecord.Enemies> apart = apart(blueprint.subject(), pool);
        if (!apart.isEmpty()) {
            forms(new Committed(bytes(), wants, cards, apart), "trial", TRIAL, pool);
        }
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO paper_batch (id, blueprint_id, rules, cut, commitment, secret_sealed, salt_sealed, committed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                blueprintId,
                ProvableDraw.RULES,
                cut,
                ProvableDraw.commitment(secret, wants, cards, apart),
                sealer.seal(secret, SECRET, id),
                sealer.seal(salt, SALT, id),
                clock.now());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < pool.size(); i++) {
            Card card = cards.get(i);
            rows.add(new Object[] {id, i, pool.get(i).id(), card.chance(), card.digest(), card.level()});
        }
        sql.batch(
                "INSERT INTO paper_batch_pool (batch_id, ordinal, revision_id, chance, card, level) VALUES (?, ?, ?, ?, ?, ?)",
                rows);
        sql.batch(
                "INSERT INTO paper_batch_enemy (batch_id, one, other) VALUES (?, ?, ?)",
                apart.stream()
                        .map(pair -> new Object[] {id, pair.one(), pair.other()})
                        .toList());
        return id;
    }

    private List<DrawRecord.Enemies> apart(String subject, List<Revision> pool) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < pool.size(); i++) {
            places.put(pool.get(i).item(), i);
        }
        return enemies.standing(subject).stream()
                .filter(pair -> places.containsKey(pair.one()) && places.containsKey(pair.other()))
                .map(pair -> {
                    int one = places.get(pair.one());
                    int other = places.get(pair.other());
                    return new DrawRecord.Enemies(Math.min(one, other), Math.max(one, other));
                })
                .sorted(Comparator.comparingInt(DrawRecord.Enemies::one).thenComparingInt(DrawRecord.Enemies::other))
                .toList();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    static List<Card> cards(
            Blueprint blueprint, List<Revision> pool, Map<UUID, MeasuredDifficulty> measured, int cut, byte[] salt) {
        List<Cell> cells = cells(blueprint, pool);
        List<Located> located = IntStream.range(0, pool.size())
                .mapToObj(place -> located(
                        pool.get(place),
                        cells.get(place),
                        measured.get(pool.get(place).id())))
                .toList();
        CutChances chances = CutChances.of(wants(blueprint), located, cut);
        return IntStream.range(0, pool.size())
                .mapToObj(place -> {
                    Revision revision = pool.get(place);
                    return new Card(
                            revision.type(),
                            revision.chapter(),
                            revision.difficulty(),
                            revision.options().size(),
                            chances.millionths(located.get(place)),
                            ProvableDraw.blind(salt, place, revision.digest()),
                            cells.get(place).level());
                })
                .toList();
    }

    /** @param measured null while it is not */
    private static Located located(Revision revision, Cell cell, MeasuredDifficulty measured) {
        return new Located(
                cell,
                revision.options().size(),
                CutChances.location(revision.difficulty()),
                Optional.ofNullable(measured).map(m -> new CutChances.Curve(m.a(), m.b())));
    }

    private record Committed(byte[] secret, List<Want> wants, List<Card> cards, List<DrawRecord.Enemies> enemies) {}

    private Committed committed(UUID batch) {
        try (Connection connection = source.getConnection()) {
            DrawBook book = draws.book(connection);
            return new Committed(book.secret(batch), book.wants(batch), book.cards(batch), book.enemies(batch));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Form> forms(Committed committed, String publicValue, int count, List<Revision> pool) {
        try {
            return ProvableDraw.forms(
                    committed.secret(), publicValue, committed.wants(), committed.cards(), committed.enemies(), count);
        } catch (EnemiesMeet e) {
            throw new Refused(
                    PaperRefusal.ENEMIES_MEET,
                    pool.get(ProvableDraw.place(e.one())).item(),
                    pool.get(ProvableDraw.place(e.other())).item());
        }
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
        Committed committed = committed(batch);
        List<Revision> pool = items.committed(batch);
        List<Object[]> papers = new ArrayList<>();
        List<Object[]> keys = new ArrayList<>();
        Instant now = clock.now();
        for (Form form : forms(committed, publicValue, count, pool)) {
            Freezer.Frozen frozen = Freezer.freeze(title, form, pool);
            Weight weight = ProvableDraw.weight(form, committed.cards());
            UUID id = Ids.next();
            String body = write(frozen.view());
            String answers = write(frozen.key());
            papers.add(new Object[] {
                id,
                batch,
                papers.size(),
                Digests.hex(body, answers),
                body,
                form.digest(),
                weight.expected(),
                weight.information(),
                form.pool().toArray(Integer[]::new),
                now
            });
            keys.add(new Object[] {id, answers});
        }
        sql.batch(
                "INSERT INTO paper (id, batch_id, ordinal, digest, body, form, expected, information, places, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                papers);
        sql.batch("INSERT INTO paper_key (paper_id, answers) VALUES (?, ?)", keys);
    }

    /** From now on everybody may know the secret; repeatable. To be called when no paper of the session can be sat any more. */
    public void reveal(UUID batch) {
        sql.update("UPDATE paper_batch SET revealed_at = ? WHERE id = ? AND revealed_at IS NULL", clock.now(), batch);
    }

    static List<Want> wants(Blueprint blueprint) {
        return blueprint.quotas().stream()
                .map(q -> new Want(new Cell(q.type(), q.chapter(), q.difficulty(), q.level()), q.items(), q.points()))
                .toList();
    }

    private static List<Cell> cells(Blueprint blueprint, List<Revision> pool) {
        Cells cells = new Cells(blueprint.quotas());
        return pool.stream()
                .map(r -> cells.of(r.type(), r.chapter(), r.difficulty(), r.level()))
                .map(cell -> new Cell(cell.type(), cell.chapter(), cell.difficulty(), cell.level()))
                .toList();
    }

    private static String describe(List<Shortage> shortages) {
        return shortages.stream()
                .map(s -> s.cell().type() + " " + s.cell().chapter() + "/"
                        + s.cell().difficulty()
                        + (s.cell().level().isEmpty() ? "" : " " + s.cell().level()) + ": " + s.available() + " < "
                        + s.wanted())
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
