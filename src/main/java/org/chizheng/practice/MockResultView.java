package org.chizheng.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.chizheng.practice.rule.MockScore;

/**
 * How a mock paper went, for orientation.
 *
 * @param scaled points on the scale of the examination
 * @param cut that the examination asks for today
 * @param unanswered items without an answer; they earn nothing
 */
public record MockResultView(
        UUID id,
        Instant endedAt,
        boolean timeOver,
        MockScore score,
        int scaled,
        int examPoints,
        int cut,
        boolean reached,
        int unanswered,
        List<PlaceView> places) {
    public MockResultView {
        places = List.copyOf(places);
    }

    /** Items right of all of a chapter. */
    public record ChapterLine(String chapter, int right, int total) {
        public int percent() {
            return right * 100 / total;
        }
    }

    public List<ChapterLine> chapters() {
        return score.chapters().entrySet().stream()
                .map(c -> new ChapterLine(
                        c.getKey(), c.getValue().right(), c.getValue().total()))
                .toList();
    }

    public int right() {
        return (int) places.stream().filter(PlaceView::done).count();
    }

    public int total() {
        return places.size();
    }
}
