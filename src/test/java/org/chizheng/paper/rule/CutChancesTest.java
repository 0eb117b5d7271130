package org.chizheng.paper.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;

import org.chizheng.paper.rule.CutChances.Located;
import org.chizheng.paper.rule.PaperAssembler.Cell;
import org.chizheng.paper.rule.PaperAssembler.Want;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CutChancesTest {
    private static final Cell TRUE_FALSE = new Cell("TRUE_FALSE", "01", 1);
    private static final Cell SINGLE = new Cell("SINGLE", "01", 2);
    private static final Cell MULTIPLE = new Cell("MULTIPLE", "01", 3);
    private static final List<Want> WANTS =
            List.of(new Want(TRUE_FALSE, 20, 1), new Want(SINGLE, 40, 1), new Want(MULTIPLE, 20, 2));
    private static final List<Located> POOL = List.of(
            new Located(TRUE_FALSE, 2, CutChances.location(1)),
            new Located(SINGLE, 4, CutChances.location(2)),
            new Located(SINGLE, 3, 0.4),
            new Located(MULTIPLE, 4, CutChances.location(3)));

    @Property
    void anAveragePaperEarnsTheCut(@ForAll @IntRange(min = 30, max = 95) int cut) {
        CutChances chances = CutChances.of(WANTS, POOL, cut);
        double points = 20 * chances.millionths(POOL.get(0))
                + 20 * chances.millionths(POOL.get(1))
                + 20 * chances.millionths(POOL.get(2))
                + 40 * chances.millionths(POOL.get(3));
        assertThat(points / 1e6).isCloseTo(cut, within(0.001));
    }

    @Test
    void aHarderItemIsLessLikelyAndGuessingIsTheFloor() {
        CutChances chances = CutChances.of(WANTS, POOL, 80);
        assertThat(chances.millionths(new Located(SINGLE, 4, 1)))
                .isLessThan(chances.millionths(new Located(SINGLE, 4, 0)));
        assertThat(chances.millionths(new Located(SINGLE, 4, 50))).isEqualTo(250_000);
        assertThat(chances.millionths(new Located(TRUE_FALSE, 2, 50))).isEqualTo(500_000);
        assertThat(chances.millionths(new Located(MULTIPLE, 5, 50))).isEqualTo(31_250);
        assertThat(chances.millionths(new Located(SINGLE, 4, -50))).isEqualTo(1_000_000);
    }

    @Test
    void atItsOwnLocationHalfOfThoseWhoDoNotGuessAreRight() {
        CutChances chances = CutChances.of(WANTS, POOL, 80);
        assertThat(chances.millionths(new Located(SINGLE, 4, chances.ability())))
                .isEqualTo(625_000);
    }

    private static Located measured(Cell cell, double location, double a, double b) {
        return new Located(cell, 4, location, Optional.of(new CutChances.Curve(a, b)));
    }

    @Property
    void withMeasuredItemsOnlyTheirCurvesCount(@ForAll @IntRange(min = 30, max = 95) int cut) {
        List<Located> pool = List.of(
                measured(TRUE_FALSE, -1, 0.8, -1.2), measured(SINGLE, 0, 1.1, 0.3), measured(MULTIPLE, 1, 1, 0.6));
        CutChances chances = CutChances.of(WANTS, pool, cut);
        double points = 20 * chances.millionths(pool.get(0))
                + 40 * chances.millionths(pool.get(1))
                + 40 * chances.millionths(pool.get(2));
        assertThat(points / 1e6).isCloseTo(cut, within(0.001));
        assertThat(chances.millionths(pool.get(1)) / 1e6)
                .isCloseTo(1 / (1 + Math.exp(-1.1 * (chances.ability() - 0.3))), within(1e-6));
    }

    /** A multiple choice of thirty options cannot be guessed, so that curve and author's model are of one form; what is measured is 0.7 harder than the authors thought. */
    @Test
    void anUnmeasuredItemIsPlacedBesideTheMeasuredOnesByWhatTheseTellOfTheAuthors() {
        Cell cell = new Cell("MULTIPLE", "01", 2);
        List<Want> wants = List.of(new Want(cell, 10, 1));
        Located unmeasured = new Located(cell, 30, -0.2);
        List<Located> pool = List.of(
                new Located(cell, 30, -0.2, Optional.of(new CutChances.Curve(1, 0.5))),
                new Located(cell, 30, 0.4, Optional.of(new CutChances.Curve(1, 1.1))),
                unmeasured);
        CutChances chances = CutChances.of(wants, pool, 7);
        assertThat(chances.millionths(unmeasured)).isCloseTo(chances.millionths(pool.get(0)), within(2));
        assertThat(chances.ability()).isGreaterThan(0.5);
    }

    @Property
    void aMixedPoolStillEarnsTheCut(@ForAll @IntRange(min = 45, max = 95) int cut) {
        List<Located> pool =
                List.of(POOL.get(0), POOL.get(1), measured(SINGLE, 0, 1.2, -0.5), measured(MULTIPLE, 1, 0.9, 0.2));
        CutChances chances = CutChances.of(WANTS, pool, cut);
        double points = 20 * chances.millionths(pool.get(0))
                + 20 * chances.millionths(pool.get(1))
                + 20 * chances.millionths(pool.get(2))
                + 40 * chances.millionths(pool.get(3));
        assertThat(points / 1e6).isCloseTo(cut, within(0.001));
    }

    /** Worked out by hand: the cut of 5 in 10 points lies at θ = b, where a P (1 − P) = a / 4. */
    @Test
    void aMeasuredItemGrowsWithItsOwnDiscrimination() {
        Cell cell = new Cell("MULTIPLE", "01", 2);
        Located item = new Located(cell, 4, 0, Optional.of(new CutChances.Curve(1.6, 0.7)));
        assertThat(CutChances.of(List.of(new Want(cell, 10, 1)), List.of(item), 5)
                        .slope(item))
                .isCloseTo(400_000, within(2));
    }

    /** P = 0.625 at its location: (1 − 0.25) × 0.25 = 0.1875. */
    @Test
    void anUnmeasuredItemGrowsByTheModelWithAFloor() {
        CutChances chances = CutChances.of(WANTS, POOL, 80);
        assertThat(chances.slope(new Located(SINGLE, 4, chances.ability()))).isEqualTo(187_500);
    }

    /** One measured item, twice as discriminating as its author's model: an unmeasured one of the same location grows as fast on the measured scale, be its own model half as steep. */
    @Test
    void besideMeasuredItemsAnUnmeasuredOneGrowsOnTheirScale() {
        Cell cell = new Cell("MULTIPLE", "01", 2);
        Located item = new Located(cell, 30, 0, Optional.of(new CutChances.Curve(2, 0.3)));
        Located unmeasured = new Located(cell, 30, 0);
        CutChances chances = CutChances.of(List.of(new Want(cell, 10, 1)), List.of(item, unmeasured), 7);
        assertThat(chances.slope(item)).isCloseTo(420_000, within(50));
        assertThat(chances.slope(unmeasured)).isCloseTo(420_000, within(50));
    }
}
