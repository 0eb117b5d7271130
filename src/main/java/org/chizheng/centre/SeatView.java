package org.chizheng.centre;

import java.util.UUID;

/**
 * A seat and the computer at it.
 *
 * @param network addresses in CIDR notation, or null
 * @param fingerprint SHA-256 of a client certificate in hexadecimal digits, or null
 * @param out null while it is in service
 */
public record SeatView(UUID id, UUID roomId, String label, String network, String fingerprint, Out out) {}
