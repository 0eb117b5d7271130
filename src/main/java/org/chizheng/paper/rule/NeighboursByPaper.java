package org.chizheng.paper.rule;

/**
 * Papers that follow each other share nothing of a large cell, and of all other cells together not more than two papers share on average by chance. Each of those cells is dealt
 * without looking at the paper before as long as that bound is kept: two papers of one deck share nothing, two of different decks what chance says. The decks of the cells
 * end at different papers, so that any two that follow each other share about as much as any other two that do.
 */
final class NeighboursByPaper implements Neighbours {
    /** A cell is large when it has the items of so many papers. Avoiding the neighbour's items then makes papers of different decks share at most 1 / (LARGE − 1)² more than chance says. */
    static final int LARGE = 4;

    private static final long MILLION = 1_000_000;
    private final Forms forms;
    private final NeighboursByCell byCell;
    private final int bound;
    /** What papers must share of the cells that are not dealt yet. */
    private int forced;

    /** @param forms with all their hands, which are still empty */
    NeighboursByPaper(Forms forms) {
        this.forms = forms;
        byCell = new NeighboursByCell(forms);
        long byChance = 0;
        for (Hand hand : forms.hands()) {
            long each = hand.want().items();
            byChance += isLarge(hand) ? 0 : MILLION * each * each / hand.cell().size();
            forced += hand.forced();
        }
        bound = (int) ((byChance + MILLION - 1) / MILLION);
    }

    private static boolean isLarge(Hand hand) {
        return hand.cell().size() >= LARGE * hand.want().items();
    }

    @Override
    public Deck deck(Hand hand, Draw draw) {
        forced -= hand.forced();
        return new Deck(hand, isLarge(hand) ? 0 : putAway(hand), draw);
    }

    /** So that the decks end at papers that share least until now. */
    private int putAway(Hand hand) {
        int hands = hand.cell().size() / hand.want().items();
        int first = hands;
        for (int fewer = hands - 1; fewer > 0; fewer--) {
            first = sharedAtEnds(hand, fewer) < sharedAtEnds(hand, first) ? fewer : first;
        }
        return first == hands ? 0 : hand.cell().size() - first * hand.want().items();
    }

    /** What the papers at which decks end share with those before them, weighed by the cards that the new deck gives; the first deck has so many hands. */
    private long sharedAtEnds(Hand hand, int first) {
        int each = hand.want().items();
        long shared = 0;
        for (int end = first * each;
                end < forms.count() * each;
                end += hand.cell().size()) {
            int paper = end / each;
            int old = end % each;
            shared += (long) (each - old) * forms.sharedWithBefore(paper);
            shared += old == 0 || paper + 1 == forms.count() ? 0 : (long) old * forms.sharedWithBefore(paper + 1);
        }
        return shared;
    }

    @Override
    public int mayShare(Hand hand, int paper) {
        return isLarge(hand) ? 0 : bound - forced - forms.sharedWithBefore(paper);
    }

    @Override
    public boolean mayTake(Hand hand, PoolItem item, PoolItem own, int paper, int from) {
        if (isLarge(hand)) {
            return byCell.mayTake(hand, item, own, paper, from);
        }
        for (int neighbour : forms.next(paper)) {
            boolean more = neighbour != from && forms.holds(neighbour, item) && !forms.holds(neighbour, own);
            if (more && forms.sharedWithBefore(Math.max(paper, neighbour)) >= bound) {
                return false;
            }
        }
        return true;
    }
}
