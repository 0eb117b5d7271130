package org.chizheng.centre;

import java.util.List;
import java.util.UUID;

/**
 * A practical station.
 *
 * @param capacity candidates at the same time
 * @param qualifications codes of what can be examined at it
 * @param out null while it is in service
 */
public record StationView(UUID id, UUID centreId, String label, int capacity, List<String> qualifications, Out out) {}
