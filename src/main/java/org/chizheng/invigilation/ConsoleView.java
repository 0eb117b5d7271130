package org.chizheng.invigilation;

import java.time.Instant;
import java.util.List;

import org.chizheng.invigilation.rule.SeatMap;

/**
 * What a console knows before it is told what goes on.
 *
 * @param rows of the room
 * @param width places of the longest row
 * @param items of a paper
 * @param commands whether this account may command here, and not only look
 * @param pausedAt since when the whole room stands still, or null
 * @param newsJson everything as it is now, for the page's script; {@code <} is escaped in it
 * @param messagesJson the texts of the script, in the page's language
 */
public record ConsoleView(
        List<SeatMap.Row> rows,
        int width,
        int items,
        boolean commands,
        Instant pausedAt,
        String release,
        String newsJson,
        String messagesJson) {

    /** What is counted in the page's head; SILENT goes across the others. */
    public List<String> getCounted() {
        return List.of("NOT_CHECKED_IN", "NOT_BEGUN", "KEPT", "UNDER_WAY", "HELD", "LOCKED", "CLOSED", "SILENT");
    }

    /** What the bar and the menu offer, in their order. */
    public List<RoomAct> getActs() {
        return List.of(
                RoomAct.PAUSE,
                RoomAct.RESUME,
                RoomAct.EXTEND,
                RoomAct.LOCK,
                RoomAct.UNLOCK,
                RoomAct.MOVE,
                RoomAct.HAND_IN);
    }
}
