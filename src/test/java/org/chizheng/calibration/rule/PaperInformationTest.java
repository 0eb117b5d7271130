package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.chizheng.calibration.rule.PaperInformation.Part;
import org.junit.jupiter.api.Test;

class PaperInformationTest {
    private static final ItemParameters ONE = new ItemParameters(1, 0, 0, 0);
    private static final ItemParameters STEEP = new ItemParameters(2, 0, 0, 0);

    /** With equal points and equal slopes it is the sum of the items' Fisher information. */
    @Test
    void aHundredLikeItemsInformAHundredTimesAsMuchAsOne() {
        PaperInformation paper =
                new PaperInformation(List.of(new Part(60, 1, List.of(ONE)), new Part(40, 1, List.of(ONE))));
        assertThat(paper.at(0)).isEqualTo(25, within(1e-9));
        assertThat(paper.at(0.5)).isEqualTo(100 * ONE.information(0.5), within(1e-9));
    }

    @Test
    void aCellGivesTheMeanOfItsItems() {
        PaperInformation mixed = new PaperInformation(List.of(new Part(10, 1, List.of(ONE, STEEP))));
        double slope = 10 * (1 + 2) / 2.0 * 0.25;
        assertThat(mixed.at(0)).isEqualTo(slope * slope / (10 * 0.25), within(1e-9));
        assertThat(mixed.expected(0)).isEqualTo(5, within(1e-9));
    }

    @Test
    void pointsThatDoNotFollowTheSlopesCostInformation() {
        PaperInformation even =
                new PaperInformation(List.of(new Part(10, 1, List.of(ONE)), new Part(10, 1, List.of(ONE))));
        PaperInformation uneven =
                new PaperInformation(List.of(new Part(10, 1, List.of(ONE)), new Part(10, 5, List.of(ONE))));
        assertThat(uneven.at(0)).isLessThan(even.at(0));
        assertThat(uneven.expected(0)).isEqualTo(30, within(1e-9));
    }

    @Test
    void theCurveGoesFromEndToEnd() {
        PaperInformation paper = new PaperInformation(List.of(new Part(4, 2, List.of(ONE))));
        assertThat(paper.curve(-4, 4, 5))
                .extracting(PaperInformation.Point::ability)
                .containsExactly(-4.0, -2.0, 0.0, 2.0, 4.0);
        assertThat(paper.curve(-4, 4, 5).get(2).information()).isEqualTo(1, within(1e-9));
    }
}
