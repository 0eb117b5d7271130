package org.chizheng.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeadlineTest {
    private static final long END = 7_200_000;

    private final Deadline deadline = new Deadline();

    /** The service looks at its clock somewhere within the round trip; times in milliseconds. */
    private void look(long sent, long clockRead, long received, long end) {
        deadline.look(sent * 1_000_000, received * 1_000_000, end - clockRead);
    }

    /** How the driver judged before: by the middle of the first round trip, which a crowded machine makes seconds long. */
    @Test
    void aSlowFirstLookIsNotTakenForTheEnd() {
        look(0, 100, 6000, END);
        look(10_000, 10_001, 10_002, END);
        assertThat(deadline.fault()).isEmpty();
    }

    @Property
    void anEndThatStaysIsNeverBlamed(
            @ForAll @Size(min = 2, max = 20) List<@IntRange(max = 20_000) Integer> roundTrips,
            @ForAll @IntRange(max = 100) int part) {
        long at = 0;
        for (int roundTrip : roundTrips) {
            look(at, at + roundTrip * part / 100, at + roundTrip, END);
            at += 15_000;
        }
        assertThat(deadline.fault()).isEmpty();
    }

    @Property
    void anEndThatMovesByMoreThanTwoSecondsAndTheRoundTripsIsTold(
            @ForAll @IntRange(min = 2600, max = 60_000) int moved,
            @ForAll boolean later,
            @ForAll @IntRange(max = 300) int roundTrip) {
        look(0, roundTrip / 2, roundTrip, END);
        long end = END + (later ? moved : -moved);
        look(15_000, 15_000 + roundTrip / 2, 15_000 + roundTrip, end);
        assertThat(deadline.fault()).startsWith("the end moved by at least " + (later ? "" : "-"));
    }

    @Test
    void itIsHeldToTheSurestLookAndNotToTheLast() {
        look(0, 0, 5, END);
        look(15_000, 16_900, 17_000, END);
        look(30_000, 30_000, 30_001, END + 2500);
        assertThat(deadline.fault()).isNotEmpty();
    }

    @Test
    void nothingIsToldBeforeTheStart() {
        deadline.look(0, 1, -1);
        deadline.look(0, 1, 0);
        assertThat(deadline.fault()).isEmpty();
    }
}
