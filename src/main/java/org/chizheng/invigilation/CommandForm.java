package org.chizheng.invigilation;

import java.util.List;
import java.util.UUID;

/**
 * One command.
 *
 * @param candidates enrolments of the session, null for the whole room
 * @param minutes 1 to 240, for EXTEND only
 * @param seat label of the new seat, for MOVE only
 */
public record CommandForm(RoomAct act, List<UUID> candidates, String reason, Integer minutes, String seat) {}
