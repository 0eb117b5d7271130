package org.chizheng.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.chizheng.practice.rule.MockClock;

/**
 * A mock paper that is being answered.
 *
 * @param secondsLeft when the page was made, by the server's clock
 */
public record MockView(UUID id, int total, int answered, Instant deadline, long secondsLeft, List<PlaceView> places) {
    public MockView {
        places = List.copyOf(places);
    }

    /** @param current the place that is shown, 0 if none is */
    static MockView of(Sheet sheet, Map<Integer, Integer> choices, int current, Instant now) {
        List<Integer> places = sheet.places();
        Round round = sheet.round();
        return new MockView(
                round.id(),
                places.size(),
                (int) places.stream().filter(choices::containsKey).count(),
                round.deadline(),
                MockClock.secondsLeft(now, round.deadline()),
                places.stream()
                        .map(place -> new PlaceView(
                                place, places.indexOf(place) + 1, choices.containsKey(place), place == current))
                        .toList());
    }

    public int unanswered() {
        return total - answered;
    }

    /** Minutes left, rounded up. */
    public long minutesLeft() {
        return (secondsLeft + 59) / 60;
    }
}
