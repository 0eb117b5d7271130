package org.chizheng.paper;

import java.util.List;

import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.ProvableDraw.Place;
import org.chizheng.paper.rule.CutChances;

/**
 * What a paper is for a candidate at the cut; stored with it.
 *
 * @param expected points, in millionths
 * @param information of the score, in thousandths per squared unit of ability: (Σ w P′)² / Σ w² P (1 − P) (Birnbaum 1968, for a weighted sum), which is a² P (1 − P) for one measured item
 */
record Weight(long expected, long information) {
    /**
     * @param slopes P′ by place in the pool, in millionths, see {@link CutChances#slope}; null where none was frozen with the pool: then it is that of the Rasch model with a
     *     floor for guessing
     */
    static Weight of(Form form, List<Card> pool, List<Integer> slopes) {
        long expected = 0;
        double slope = 0;
        double variance = 0;
        for (Place place : form.places()) {
            Card card = pool.get(place.item());
            Integer known = slopes.get(place.item());
            double chance = card.chance() / 1e6;
            expected += (long) place.points() * card.chance();
            slope += place.points() * (known == null ? withFloor(card, chance) : known / 1e6);
            variance += place.points() * place.points() * chance * (1 - chance);
        }
        return new Weight(expected, variance == 0 ? 0 : Math.round(1000 * slope * slope / variance));
    }

    private static double withFloor(Card card, double chance) {
        double guess = CutChances.guess(card.type(), card.options());
        double known = Math.max(0, (chance - guess) / (1 - guess));
        return (1 - guess) * known * (1 - known);
    }
}
