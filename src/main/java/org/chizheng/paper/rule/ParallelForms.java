package org.chizheng.paper.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * All papers of one session at once, so that none is harder than another (parallel forms). Each cell of the blueprint is dealt like cards ({@link Deck}), so no item comes in more
 * than one paper more than any other of its cell; what papers that follow each other may share says {@link Neighbours}. Then papers that came out harder change items of the same
 * cell with easier ones, until all expect the same score of a candidate at the cut; a change between two papers leaves every item's exposure as it was. Only whole numbers are
 * used, so that whoever recomputes the draw gets the same papers on any machine.
 */
public final class ParallelForms {
    /** More than are ever needed: each round takes away most of what the one before left. */
    private static final int ROUNDS = 100;
    /** So many others a paper tries when the one at its end of the row has nothing for it. */
    private static final int PARTNERS = 10;
    /** Millionths of a point within which papers count as equal. */
    private static final long BAND = 1000;

    private final Forms forms;
    private final Neighbours neighbours;

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

    private ParallelForms(Forms forms, Neighbours neighbours) {
        this.forms = forms;
        this.neighbours = neighbours;
    }

    /**
     * @param rules by which to draw
     * @param wants the blueprint, which the pool must be able to fill; in a fixed order, like the pool, for the same chance to give the same papers
     * @param enemies by revision, those that must not stand in one paper with it; both ways
     * @param count of papers, 1 or more
     * @return by paper, in the order of the wants, its items
     */
    public static List<List<PoolItem>> assemble(
            DrawRules rules, List<Want> wants, List<PoolItem> pool, Map<UUID, Set<UUID>> enemies, int count, Draw draw)
            throws EnemiesMeet {
        Map<Cell, List<PoolItem>> cells = PaperAssembler.byCell(pool);
        List<Hand> hands = wants.stream()
                .map(want -> new Hand(want, cells.get(want.cell()), count))
                .toList();
        Forms forms = new Forms(hands, enemies, count);
        ParallelForms made = new ParallelForms(
                forms,
                switch (rules) {
                    case PARALLEL_1 -> new NeighboursByCell(forms);
                    case PARALLEL_2 -> new NeighboursByPaper(forms);
                });
        hands.forEach(hand -> made.deal(hand, draw));
        made.part(draw);
        made.level();
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

    private void deal(Hand hand, Draw draw) {
        Deck deck = neighbours.deck(hand, draw);
        Set<PoolItem> before = Set.of();
        for (int paper = 0; paper < forms.count(); paper++) {
            List<PoolItem> dealt = deck.next(hand.want().items(), before, neighbours.mayShare(hand, paper));
            for (int place = 0; place < dealt.size(); place++) {
                forms.lay(hand, paper, place, dealt.get(place));
            }
            before = Set.copyOf(dealt);
        }
    }

    /**
     * Where enemies have come together, one of them changes places with an item of another paper that has no enemy here, and finds none there. Where there is none, as with few
     * papers, an item of the same cell stands in for it, at the price of one exposure more.
     */
    private void part(Draw draw) throws EnemiesMeet {
        if (!forms.haveEnemies()) {
            return;
        }
        for (int paper = 0; paper < forms.count(); paper++) {
            for (Hand hand : forms.hands()) {
                for (int place = 0; place < hand.want().items(); place++) {
                    UUID enemy = forms.enemyOf(hand.items()[paper][place], paper);
                    if (enemy != null && !moveAway(hand, paper, place, draw) && !replace(hand, paper, place, draw)) {
                        throw new EnemiesMeet(hand.items()[paper][place].revision(), enemy);
                    }
                }
            }
        }
    }

    /** Papers that follow each other share more than they must only where enemies leave no other way. */
    private boolean moveAway(Hand hand, int paper, int place, Draw draw) {
        int from = draw.below(forms.count());
        return moveAway(hand, paper, place, from, true) || moveAway(hand, paper, place, from, false);
    }

    private boolean moveAway(Hand hand, int paper, int place, int from, boolean apart) {
        for (int i = 0; i < forms.count(); i++) {
            int other = (from + i) % forms.count();
            for (int there = 0; other != paper && there < hand.want().items(); there++) {
                if (mayChange(hand, paper, place, other, there, apart)) {
                    forms.change(hand, paper, place, other, there);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean replace(Hand hand, int paper, int place, Draw draw) {
        for (PoolItem item : draw.shuffle(hand.cell())) {
            if (!forms.holds(paper, item) && forms.enemyOf(item, paper) == null) {
                forms.takeAway(hand, paper, place);
                forms.lay(hand, paper, place, item);
                return true;
            }
        }
        return false;
    }

    private boolean mayChange(Hand hand, int one, int place, int other, int there, boolean apart) {
        PoolItem mine = hand.items()[one][place];
        PoolItem yours = hand.items()[other][there];
        return !forms.holds(other, mine)
                && !forms.holds(one, yours)
                && forms.enemyOf(mine, other) == null
                && forms.enemyOf(yours, one) == null
                && (!apart
                        || neighbours.mayTake(hand, mine, yours, other, one)
                                && neighbours.mayTake(hand, yours, mine, one, other));
    }

    /** Those that expect most change with those that expect least; in every round each meets another, until none finds a change any more or all are equal enough. */
    private void level() {
        List<Integer> order = new ArrayList<>();
        for (int paper = 0; paper < forms.count(); paper++) {
            order.add(paper);
        }
        int half = forms.count() / 2;
        int idle = 0;
        for (int round = 0; round < ROUNDS && idle < Math.min(half, PARTNERS); round++) {
            order.sort(Comparator.<Integer>comparingLong(paper -> forms.expected(paper))
                    .thenComparing(paper -> paper));
            boolean changed = false;
            for (int i = 0; i < half; i++) {
                changed |= level(order.get(forms.count() - 1 - i), order.get((i + idle) % half));
            }
            idle = changed ? 0 : idle + 1;
        }
    }

    /** The change of one item that brings the two nearest to each other; @return false if none does, or they are equal enough. */
    private boolean level(int more, int less) {
        long gap = forms.expected(more) - forms.expected(less);
        if (gap <= BAND) {
            return false;
        }
        Hand best = null;
        int place = 0;
        int there = 0;
        long left = gap;
        for (Hand hand : forms.hands()) {
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
        forms.change(best, more, place, less, there);
        return true;
    }
}
