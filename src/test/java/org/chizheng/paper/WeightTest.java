package org.chizheng.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.chizheng.paper.DrawRecord.Card;
import org.chizheng.paper.ProvableDraw.Form;
import org.chizheng.paper.ProvableDraw.Place;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. */
class WeightTest {
    private static Card card(String type, int options, int chance) {
        return new Card(type, "01", 2, options, chance, "");
    }

    private static Place place(int item, int points) {
        return new Place(item, points, List.of());
    }

    /** a = 1.5, P = 0.8: P′ = a P (1 − P) = 0.24, and a² P (1 − P) = 2.25 × 0.16 = 0.36. */
    @Test
    void aMeasuredItemHasTheInformationOfItsOwnCurve() {
        Weight weight =
                Weight.of(new Form(List.of(place(0, 1))), List.of(card("SINGLE", 4, 800_000)), List.of(240_000));
        assertThat(weight).isEqualTo(new Weight(800_000, 360));
    }

    /** A curve has no floor: where measurement finds an item harder than guessing it still tells something. a = 1, P = 0.2: 0.16. */
    @Test
    void aMeasuredItemHarderThanGuessingHasInformationToo() {
        List<Card> pool = List.of(card("SINGLE", 4, 200_000));
        Form form = new Form(List.of(place(0, 1)));
        assertThat(Weight.of(form, pool, List.of(160_000)).information()).isEqualTo(160);
        assertThat(Weight.of(form, pool, Arrays.asList((Integer) null)).information())
                .isZero();
    }

    /** P = 0.8, g = 0.25: known (0.8 − 0.25) / 0.75 = 0.7333, P′ = 0.75 × 0.7333 × 0.2667 = 0.14667, P′² / 0.16 = 0.13444. */
    @Test
    void withoutAFrozenSlopeItFollowsFromTheChanceAndTheFloorForGuessing() {
        Weight weight = Weight.of(
                new Form(List.of(place(0, 1))), List.of(card("SINGLE", 4, 800_000)), Arrays.asList((Integer) null));
        assertThat(weight).isEqualTo(new Weight(800_000, 134));
    }

    /** Two points on the first: (2 × 0.25 + 0.24)² / (4 × 0.25 + 0.16) = 0.5476 / 1.16 = 0.47207. */
    @Test
    void pointsWeighTheItemsOfAPaper() {
        Weight weight = Weight.of(
                new Form(List.of(place(1, 2), place(0, 1))),
                List.of(card("SINGLE", 4, 800_000), card("MULTIPLE", 4, 500_000)),
                List.of(240_000, 250_000));
        assertThat(weight).isEqualTo(new Weight(1_800_000, 472));
    }
}
