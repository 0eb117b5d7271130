package org.chizheng.paper;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.chizheng.bank.MeasuredDifficulty;
import org.chizheng.bank.Revision;
import org.chizheng.blueprint.Blueprint;
import org.chizheng.blueprint.rule.Cells;
import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.DrawRecord.Enemies;
import org.chizheng.paper.rule.CutChances;
import org.chizheng.paper.rule.CutChances.Located;
import org.chizheng.paper.rule.PaperAssembler;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Shortage;
import org.chizheng.paper.rule.PaperAssembler.Want;

/** The items of a subject as the draw sees them: each in its cell of the blueprint, and, once it is asked at a cut, with what a candidate at the cut makes of it. */
final class DrawPool {
    private final List<Want> wants;
    private final List<Revision> pool;
    private final List<Cell> cells;

    DrawPool(Blueprint blueprint, List<Revision> pool) {
        this.pool = pool;
        wants = blueprint.quotas().stream()
                .map(q -> new Want(new Cell(q.type(), q.chapter(), q.difficulty(), q.level()), q.items(), q.points()))
                .toList();
        Cells known = new Cells(blueprint.quotas());
        cells = pool.stream()
                .map(r -> known.of(r.type(), r.chapter(), r.difficulty(), r.level()))
                .map(cell -> new Cell(cell.type(), cell.chapter(), cell.difficulty(), cell.level()))
                .toList();
    }

    /**
     * @param cards by place, blinded
     * @param slopes by place, see {@link CutChances#slope}
     */
    record Weighed(List<Card> cards, List<Integer> slopes) {}

    List<Want> wants() {
        return wants;
    }

    /** Empty if the bank can fill the blueprint. */
    List<Shortage> shortages() {
        return PaperAssembler.shortages(wants, cells);
    }

    /** @param cut in points */
    Weighed at(int cut, Map<UUID, MeasuredDifficulty> measured, byte[] salt) {
        List<Located> located = IntStream.range(0, pool.size())
                .mapToObj(place -> located(place, measured))
                .toList();
        CutChances chances = CutChances.of(wants, located, cut);
        return new Weighed(
                IntStream.range(0, pool.size())
                        .mapToObj(place -> card(place, chances.millionths(located.get(place)), salt))
                        .toList(),
                located.stream().map(chances::slope).toList());
    }

    private Located located(int place, Map<UUID, MeasuredDifficulty> measured) {
        Revision revision = pool.get(place);
        return new Located(
                cells.get(place),
                revision.options().size(),
                CutChances.location(revision.difficulty()),
                Optional.ofNullable(measured.get(revision.id())).map(m -> new CutChances.Curve(m.a(), m.b())));
    }

    private Card card(int place, int chance, byte[] salt) {
        Revision revision = pool.get(place);
        return new Card(
                revision.type(),
                revision.chapter(),
                revision.difficulty(),
                revision.options().size(),
                chance,
                ProvableDraw.blind(salt, place, revision.digest()),
                cells.get(place).level());
    }

    /** By their places; pairs of which one is not in the pool are left out. */
    List<Enemies> apart(List<org.chizheng.bank.Enemies.Pair> pairs) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < pool.size(); i++) {
            places.put(pool.get(i).item(), i);
        }
        return pairs.stream()
                .filter(pair -> places.containsKey(pair.one()) && places.containsKey(pair.other()))
                .map(pair -> {
                    int one = places.get(pair.one());
                    int other = places.get(pair.other());
                    return new Enemies(Math.min(one, other), Math.max(one, other));
                })
                .sorted(Comparator.comparingInt(Enemies::one).thenComparingInt(Enemies::other))
                .toList();
    }
}
