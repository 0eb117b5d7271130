package org.chizheng.paper.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cell that is dealt like cards: shuffled, dealt out to the end, shuffled again. So no item comes in more than one paper more than any other.
 *
 * <p>From the first deck some cards may be put away, so that it ends earlier. They come first in the last deck, which is not dealt to its end; so they are not left behind, unless
 * there a hand must avoid them because of what it would share.
 */
final class Deck {
    private final List<PoolItem> cell;
    private final int firstWithout;
    private final Draw draw;
    private final Set<PoolItem> away = new HashSet<>();
    private List<PoolItem> cards = List.of();
    /** Cards that are still to be dealt, of this deck and those after it. */
    private int left;

    /** @param firstWithout cards that are put away from the first deck: none, or at least a hand, and a hand must stay */
    Deck(Hand hand, int firstWithout, Draw draw) {
        cell = hand.cell();
        left = hand.items().length * hand.want().items();
        this.firstWithout = firstWithout;
        this.draw = draw;
    }

    /**
     * The next hand. What is left of a deck is dealt before the next one is begun.
     *
     * @param before the hand of the paper before
     * @param mayShare if the hand shares more than that with the one before, it takes other cards instead as far as there are
     */
    List<PoolItem> next(int each, Set<PoolItem> before, int mayShare) {
        List<PoolItem> rest = List.of();
        if (cards.size() < each) {
            rest = cards;
            cards = shuffled(left - rest.size());
        }
        List<PoolItem> hand = hand(rest, each, Set.of());
        if (hand.stream().filter(before::contains).count() > mayShare) {
            hand = hand(rest, each, before);
        }
        cards.removeAll(hand.subList(rest.size(), each));
        left -= each;
        return hand;
    }

    private List<PoolItem> shuffled(int needed) {
        List<PoolItem> deck = draw.shuffle(cell);
        if (left == needed && firstWithout > 0 && away.isEmpty()) {
            List<PoolItem> without = deck.subList(0, firstWithout);
            away.addAll(without);
            without.clear();
        } else if (needed < deck.size()) {
            deck.sort(Comparator.comparing(away::contains));
        }
        return deck;
    }

    private List<PoolItem> hand(List<PoolItem> rest, int each, Set<PoolItem> avoided) {
        List<PoolItem> hand = new ArrayList<>(each);
        take(rest, hand, rest.size(), avoided);
        take(cards, hand, each, avoided);
        return hand;
    }

    /** From the top what is not avoided; then what is, if it must be. */
    private static void take(List<PoolItem> from, List<PoolItem> hand, int size, Set<PoolItem> avoided) {
        for (Set<PoolItem> but : List.of(avoided, Set.<PoolItem>of())) {
            for (int i = from.size() - 1; i >= 0 && hand.size() < size; i--) {
                if (!hand.contains(from.get(i)) && !but.contains(from.get(i))) {
                    hand.add(from.get(i));
                }
            }
        }
    }
}
