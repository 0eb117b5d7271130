package org.chizheng.practical;

import java.time.Instant;
import java.util.UUID;

/**
 * A candidate of a practical.
 *
 * @param state ADMITTED, AT_STATION, RUNNING, DISPUTED, JUDGED, ENDED when it was broken off, or WITHDRAWN when the candidate gave the place back
 * @param station label of the station, null before check-in
 * @param seed of the draw in hexadecimal, null before check-in
 * @param deadline null before the start
 * @param signed how many assessors have signed
 * @param ended why it was broken off: LEFT, ILL or TECHNICAL; null unless it was
 */
public record CandidateView(
        UUID id,
        UUID sessionId,
        UUID personId,
        String name,
        Instant slotAt,
        String state,
        UUID stationId,
        String station,
        String seed,
        Instant startedAt,
        Instant deadline,
        int signed,
        String ended) {
    /** At a station, or waiting for a third assessor: somebody still has to act. */
    public boolean isOpen() {
        return state.equals("AT_STATION") || state.equals("RUNNING") || state.equals("DISPUTED");
    }
}
