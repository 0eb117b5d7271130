package org.chizheng.message;

import java.time.Instant;
import java.util.UUID;

/**
 * A message at a door, as the administrator sees it: no name, no address.
 *
 * @param name what its template is called, its code until it was named
 * @param way MAIL, TEXT or NONE
 * @param failure kind of the last failure, or null
 * @param words for the administrator what a text message said, null before it is sent and for mail
 */
public record DeliveryView(
        UUID id,
        String template,
        String name,
        String way,
        String state,
        String to,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        Instant sentAt,
        String failure,
        String words) {
    DeliveryView saying(String said) {
        return new DeliveryView(id, template, name, way, state, to, attempts, createdAt, nextAt, sentAt, failure, said);
    }

    DeliveryView named(String called) {
        return new DeliveryView(
                id, template, called, way, state, to, attempts, createdAt, nextAt, sentAt, failure, words);
    }

    public boolean isGivenUp() {
        return state.equals("DEAD") || state.equals("UNCERTAIN");
    }

    public boolean isWaiting() {
        return state.equals("WAITING");
    }
}
