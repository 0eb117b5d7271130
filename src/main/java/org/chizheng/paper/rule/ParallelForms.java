package org.chizheng.paper.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * All papers of one session at once, so that none is harder than another (parallel forms). Each cell of the blueprint is dealt like cards: shuffled, dealt out to the
 * end, shuffled again. So no item comes in more than one paper more than any other of its cell, and papers that follow each other share no item unless the cell is too small for
 * two. Then papers that came out harder change items of the same cell with easier ones, until all expect the same score of a candidate at the cut; a change between two papers
 * leaves every item's exposure as it was. Only whole numbers are used, so that whoever recomputes the draw gets the same papers on any machine.
 */
public final class ParallelForms {
    /** More than are ever needed: each round takes away most of what the one before left. */
    private static final int ROUNDS = 100;
    /** So many others a paper tries when the one at its end of the row has nothing for it. */
    private static final int PARTNERS = 10;
    /** Millionths of a point within which papers count as equal. */
    private static final long BAND = 1000;

    private final List<Hand> hands = new ArrayList<>();
    private final Map<UUID, Set<UUID>> enemies;
    private final Set<UUID>[] papers;
    private final long[] expected;

    /** The items of one cell, all of them and as they lie in the papers: items[paper][place]. */
    private record Hand(Want want, List<PoolItem> cell, PoolItem[][] items, int overlap) {}

    /** No paper can be made that keeps these two apart. */
    public static final class EnemiesMeet extends Exception {
        private static final long serialVersionUID = 1L;

        private final UUID one;
        private final UUID other;

        EnemiesMeet(UUID one, UUID other) {
            super(one + " and " + other);
            this.one = one;
            this.other = other;
        }

        public UUID one() {
            return one;
        }

        public UUID other() {
            return other;
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ParallelForms(int count, Map<UUID, Set<UUID>> enemies) {
        this.enemies = enemies;
        papers = new Set[count];
        expected = new long[count];
        for (int i = 0; i < count; i++) {
            papers[i] = new HashSet<>();
        }
    }

    /**
     * @param wants the blueprint, which the pool must be able to fill; in a fixed order, like the pool, for the same chance to give the same papers
     * @param enemies by revision, those that must not stand in one paper with it; both ways
     * @param count of papers, 1 or more
     * @return by paper, in the order of the wants, its items
     */
    public static List<List<PoolItem>> assemble(
            List<Want> wants, List<PoolItem> pool, Map<UUID, Set<UUID>> enemies, int count, Draw draw)
            throws EnemiesMeet {
        ParallelForms forms = new ParallelForms(count, enemies);
        Map<Cell, List<PoolItem>> cells = PaperAssembler.byCell(pool);
        for (Want want : wants) {
            forms.deal(want, cells.get(want.cell()), draw);
        }
        forms.part(draw);
        forms.level();
        return forms.papers();
    }

    /** Millionths of a point that a candidate at the cut may expect of the paper. */
    public static long expected(List<Want> wants, List<PoolItem> paper) {
        long sum = 0;
        int next = 0;
        for (Want want : wants) {
            for (int i = 0; i < want.items(); i++) {
                sum += (long) want.points() * paper.get(next++).chance();
            }
        }
        return sum;
    }

    private void deal(Want want, List<PoolItem> cell, Draw draw) {
        int each = want.items();
        PoolItem[][] dealt = new PoolItem[papers.length][each];
        List<PoolItem> deck = new ArrayList<>();
        Set<PoolItem> before = Set.of();
        for (int paper = 0; paper < papers.length; paper++) {
            List<PoolItem> hand = new ArrayList<>(each);
            takeFrom(deck, hand, each, before);
            if (hand.size() < each) {
                deck.addAll(draw.shuffle(cell));
                takeFrom(deck, hand, each, before);
            }
            dealt[paper] = hand.toArray(PoolItem[]::new);
            before = Set.copyOf(hand);
            for (PoolItem item : hand) {
                take(paper, want, item, 1);
            }
        }
        hands.add(new Hand(want, List.copyOf(cell), dealt, Math.max(0, 2 * each - cell.size())));
    }

    /** From the top of the deck what neither the paper nor the one before has; then what the one before has, if it must be. */
    private static void takeFrom(List<PoolItem> deck, List<PoolItem> hand, int each, Set<PoolItem> before) {
        for (Set<PoolItem> avoided : List.of(before, Set.<PoolItem>of())) {
            for (int i = deck.size() - 1; i >= 0 && hand.size() < each; i--) {
                if (!hand.contains(deck.get(i)) && !avoided.contains(deck.get(i))) {
                    hand.add(deck.remove(i));
                }
            }
        }
    }

    private void take(int paper, Want want, PoolItem item, int sign) {
        expected[paper] += sign * (long) want.points() * item.chance();
        if (sign > 0) {
            papers[paper].add(item.revision());
        } else {
            papers[paper].remove(item.revision());
        }
    }

    /**
     * Where enemies have come together, one of them changes places with an item of another paper that has no enemy here, and finds none there. Where there is none, as with few
     * papers, an item of the same cell stands in for it, at the price of one exposure more.
     */
    private void part(Draw draw) throws EnemiesMeet {
        if (enemies.isEmpty()) {
            return;
        }
        for (int paper = 0; paper < papers.length; paper++) {
            for (Hand hand : hands) {
                for (int place = 0; place < hand.want().items(); place++) {
                    UUID enemy = enemyOf(hand.items()[paper][place].revision(), paper);
                    if (enemy != null && !moveAway(hand, paper, place, draw) && !replace(hand, paper, place, draw)) {
                        throw new EnemiesMeet(hand.items()[paper][place].revision(), enemy);
                    }
                }
            }
        }
    }

    /** Papers that follow each other share more than they must only where enemies leave no other way. */
    private boolean moveAway(Hand hand, int paper, int place, Draw draw) {
        int from = draw.below(papers.length);
        return moveAway(hand, paper, place, from, true) || moveAway(hand, paper, place, from, false);
    }

    private boolean moveAway(Hand hand, int paper, int place, int from, boolean apart) {
        for (int i = 0; i < papers.length; i++) {
            int other = (from + i) % papers.length;
            for (int there = 0; other != paper && there < hand.want().items(); there++) {
                if (mayChange(hand, paper, place, other, there, apart)) {
                    change(hand, paper, place, other, there);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean replace(Hand hand, int paper, int place, Draw draw) {
        PoolItem enemy = hand.items()[paper][place];
        for (PoolItem item : draw.shuffle(hand.cell())) {
            if (!papers[paper].contains(item.revision()) && enemyOf(item.revision(), paper) == null) {
                take(paper, hand.want(), enemy, -1);
                take(paper, hand.want(), item, 1);
                hand.items()[paper][place] = item;
                return true;
            }
        }
        return false;
    }

    private UUID enemyOf(UUID item, int paper) {
        for (UUID enemy : enemies.getOrDefault(item, Set.of())) {
            if (papers[paper].contains(enemy)) {
                return enemy;
            }
        }
        return null;
    }

    private boolean mayChange(Hand hand, int one, int place, int other, int there, boolean apart) {
        PoolItem mine = hand.items()[one][place];
        PoolItem yours = hand.items()[other][there];
        return !papers[other].contains(mine.revision())
                && !papers[one].contains(yours.revision())
                && enemyOf(mine.revision(), other) == null
                && enemyOf(yours.revision(), one) == null
                && (!apart || keepsApart(hand, mine, yours, other) && keepsApart(hand, yours, mine, one));
    }

    /** Whether the paper may have the item in place of another without sharing more of the cell with its neighbours than must be. */
    private boolean keepsApart(Hand hand, PoolItem item, PoolItem without, int paper) {
        for (int neighbour : new int[] {paper - 1, paper + 1}) {
            if (neighbour < 0 || neighbour >= papers.length || !papers[neighbour].contains(item.revision())) {
                continue;
            }
            int shared = 1;
            for (PoolItem own : hand.items()[paper]) {
                shared += own != without && papers[neighbour].contains(own.revision()) ? 1 : 0;
            }
            if (shared > hand.overlap()) {
                return false;
            }
        }
        return true;
    }

    private void change(Hand hand, int one, int place, int other, int there) {
        PoolItem mine = hand.items()[one][place];
        PoolItem yours = hand.items()[other][there];
        take(one, hand.want(), mine, -1);
        take(other, hand.want(), yours, -1);
        take(one, hand.want(), yours, 1);
        take(other, hand.want(), mine, 1);
        hand.items()[one][place] = yours;
        hand.items()[other][there] = mine;
    }

    /** Those that expect most change with those that expect least; in every round each meets another, until none finds a change any more or all are equal enough. */
    private void level() {
        List<Integer> order = new ArrayList<>();
        for (int paper = 0; paper < papers.length; paper++) {
            order.add(paper);
        }
        int half = papers.length / 2;
        int idle = 0;
        for (int round = 0; round < ROUNDS && idle < Math.min(half, PARTNERS); round++) {
            order.sort(
                    Comparator.<Integer>comparingLong(paper -> expected[paper]).thenComparing(paper -> paper));
            boolean changed = false;
            for (int i = 0; i < half; i++) {
                changed |= level(order.get(papers.length - 1 - i), order.get((i + idle) % half));
            }
            idle = changed ? 0 : idle + 1;
        }
    }

    /** The change of one item that brings the two nearest to each other; @return false if none does, or they are equal enough. */
    private boolean level(int more, int less) {
        long gap = expected[more] - expected[less];
        if (gap <= BAND) {
            return false;
        }
        Hand best = null;
        int place = 0;
        int there = 0;
        long left = gap;
        for (Hand hand : hands) {
            PoolItem[] mine = hand.items()[more];
            PoolItem[] yours = hand.items()[less];
            for (int i = 0; i < mine.length; i++) {
                for (int j = 0; j < yours.length; j++) {
                    long moved = (long) hand.want().points() * (mine[i].chance() - yours[j].chance());
                    long rest = Math.abs(gap - 2 * moved);
                    if (rest < left && mayChange(hand, more, i, less, j, true)) {
                        left = rest;
                        best = hand;
                        place = i;
                        there = j;
                    }
                }
            }
        }
        if (best == null) {
            return false;
        }
        change(best, more, place, less, there);
        return true;
    }

    private List<List<PoolItem>> papers() {
        List<List<PoolItem>> all = new ArrayList<>();
        for (int paper = 0; paper < papers.length; paper++) {
            List<PoolItem> one = new ArrayList<>();
            for (Hand hand : hands) {
                one.addAll(List.of(hand.items()[paper]));
            }
            all.add(one);
        }
        return all;
    }
}
