package org.chizheng.centre;

import java.util.UUID;

/** A room with the number of its seats. */
public record RoomView(UUID id, UUID centreId, String label, int seats) {}
