package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class PublicationTest {
    private static final Publication PUBLICATION = new Publication(200, 0.3, 1000);
    private static final ItemParameters RASCH = new ItemParameters(0.9, 0.4, 0.01, 0.15);
    private static final ItemParameters OWN = new ItemParameters(1.3, 0.3, 0.1, 0.08);

    private static Optional<ItemParameters> choose(ItemParameters rasch, ItemParameters own, long answered) {
        return PUBLICATION.choose(Optional.ofNullable(rasch), Optional.ofNullable(own), answered);
    }

    @Test
    void theAuthorsDifficultyStandsUntilThereAreEnoughAnswers() {
        assertThat(choose(RASCH, OWN, 199)).isEmpty();
        assertThat(choose(RASCH, OWN, 200)).contains(RASCH);
    }

    @Test
    void theItemsOwnSlopeIsUsedOnceItIsKnownWellEnough() {
        assertThat(choose(RASCH, OWN, 999)).contains(RASCH);
        assertThat(choose(RASCH, OWN, 1000)).contains(OWN);
        assertThat(choose(RASCH, new ItemParameters(0.2, 3, 0.1, 0.5), 1000)).contains(RASCH);
        assertThat(choose(RASCH, null, 1000)).contains(RASCH);
    }

    @Test
    void whatIsTooUncertainIsNotPublished() {
        assertThat(choose(new ItemParameters(0.9, -3, 0.01, 0.31), null, 5000)).isEmpty();
        assertThat(choose(null, null, 5000)).isEmpty();
    }

    @Test
    void anItemThatBetterCandidatesGetWrongIsNotPublished() {
        assertThat(choose(RASCH, new ItemParameters(-0.4, 0.2, 0.1, 0.1), 5000)).isEmpty();
    }
}
