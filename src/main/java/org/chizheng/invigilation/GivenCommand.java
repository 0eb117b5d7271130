package org.chizheng.invigilation;

import java.time.Instant;
import java.util.List;

/**
 * A command as it was given.
 *
 * @param act a {@link RoomAct} by name
 * @param minutes of an extension, else null
 * @param seat the new one of a move, else null
 * @param tickets of those it was meant for, empty for the whole room
 */
public record GivenCommand(
        Instant at,
        String actor,
        String act,
        String reason,
        int affected,
        Integer minutes,
        String seat,
        List<String> tickets) {
    public GivenCommand {
        tickets = List.copyOf(tickets);
    }
}
