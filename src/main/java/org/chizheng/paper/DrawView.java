package org.chizheng.paper;

import java.time.Instant;
import java.util.List;

/**
 * The public record of a draw, with its times; those that are still to come are null.
 *
 * @param cut in points, at which the papers are equal
 * @param expected by paper, the points of a candidate at the cut, in millionths
 */
public record DrawView(
        Integer cut,
        Instant committedAt,
        Instant drawnAt,
        Instant revealedAt,
        List<Long> expected,
        DrawRecord record) {}
