package org.chizheng.sitting;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.sitting.rule.ReceiptNumber;

/**
 * What the public may know of a receipt: what is signed, and whether it still holds. Nothing of the person, the score, the session or the room.
 *
 * @param resultClass HOLDS, LOG_ALTERED, NOT_SIGNED, UNKNOWN or MALFORMED; the receipt's own parts are null for the last two
 * @param sitting a random number of the sitting, which is signed too
 * @param publicKey checks the signature without this service
 */
public record CheckedReceiptView(
        String resultClass,
        UUID sitting,
        String number,
        Instant at,
        Integer count,
        String digest,
        String signature,
        String publicKey,
        Instant checkedAt,
        String host) {
    /** Whether there is a receipt to show. */
    public boolean known() {
        return number != null;
    }

    /** For the eye. */
    public String groupedNumber() {
        return ReceiptNumber.grouped(number);
    }
}
