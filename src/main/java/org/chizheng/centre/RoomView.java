package org.chizheng.centre;

import java.util.UUID;

/**
 * A room.
 *
 * @param seats that are in service
 * @param capacity most candidates of a session, or null for as many as there are seats
 * @param out null while it is in service
 */
public record RoomView(UUID id, UUID centreId, String label, int seats, Integer capacity, Out out) {
    /** How many candidates a session in it may have. */
    public int places() {
        return capacity == null ? seats : Math.min(capacity, seats);
    }
}
