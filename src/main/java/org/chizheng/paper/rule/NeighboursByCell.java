package org.chizheng.paper.rule;

/** In no cell do papers that follow each other share more than they must because the cell has no others. */
final class NeighboursByCell implements Neighbours {
    private final Forms forms;

    NeighboursByCell(Forms forms) {
        this.forms = forms;
    }

    @Override
    public Deck deck(Hand hand, Draw draw) {
        return new Deck(hand, 0, draw);
    }

    @Override
    public int mayShare(Hand hand, int paper) {
        return 0;
    }

    @Override
    public boolean mayTake(Hand hand, PoolItem item, PoolItem own, int paper, int from) {
        for (int neighbour : forms.next(paper)) {
            if (!forms.holds(neighbour, item)) {
                continue;
            }
            int shared = 1;
            for (PoolItem other : hand.items()[paper]) {
                shared += other != own && forms.holds(neighbour, other) ? 1 : 0;
            }
            if (shared > hand.forced()) {
                return false;
            }
        }
        return true;
    }
}
