package org.chizheng.admission;

import java.time.Instant;
import java.util.UUID;

/**
 * One check at the entrance.
 *
 * @param state WAITING, CONFIRMED or REFUSED
 * @param reason code of why it was refused, or null
 * @param noPhoto code of why no picture was taken, or null
 * @param photo whether there is one of the application
 * @param live whether the picture taken at the entrance is there
 */
public record CheckView(
        UUID id,
        UUID enrolment,
        String name,
        String ticket,
        String seat,
        String state,
        String firstBy,
        Instant firstAt,
        String secondBy,
        Instant secondAt,
        String reason,
        String noPhoto,
        String note,
        boolean photo,
        boolean live) {
    public boolean isWaiting() {
        return state.equals("WAITING");
    }

    public boolean isConfirmed() {
        return state.equals("CONFIRMED");
    }
}
