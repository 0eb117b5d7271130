package org.chizheng.certificate.status;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import org.chizheng.certificate.status.StatusAnswer.Outcome;
import org.chizheng.certificate.token.CoseSign1;
import org.chizheng.certificate.token.KeyId;
import org.chizheng.certificate.token.KnownKey;
import org.chizheng.certificate.token.Purpose;

/** Reads a status list as anybody gets it: signature, key, address, age. */
public final class StatusCheck {
    /** More than a list can have: its bits cannot grow by packing but for a few bytes. */
    private static final int LONGEST = 300_000;

    private StatusCheck() {}

    /**
     * Answers whatever it is given.
     *
     * @param bytes as they came from {@code /status/{list}}
     * @param subject the address of the list that is wanted
     * @param keys the history's key by its id
     */
    public static StatusAnswer check(
            byte[] bytes, String subject, Function<KeyId, Optional<KnownKey>> keys, Instant now) {
        Optional<CoseSign1> read = bytes.length > LONGEST ? Optional.empty() : CoseSign1.decode(bytes);
        return read.filter(signed -> signed.tagged() && StatusList.TYPE.equals(signed.type()))
                .map(signed -> check(signed, subject, keys, now))
                .orElseGet(() -> StatusAnswer.without(Outcome.UNREADABLE));
    }

    private static StatusAnswer check(
            CoseSign1 signed, String subject, Function<KeyId, Optional<KnownKey>> keys, Instant now) {
        Optional<KnownKey> key = keys.apply(signed.kid()).filter(known -> known.purpose() == Purpose.STATUS);
        if (key.isEmpty()) {
            return StatusAnswer.without(Outcome.UNKNOWN_KEY);
        }
        if (!key.get().key().verifies(signed)) {
            return StatusAnswer.without(Outcome.SIGNATURE_WRONG);
        }
        if (key.get().isCompromised()) {
            return StatusAnswer.without(Outcome.KEY_COMPROMISED);
        }
        return StatusList.decode(signed.payload())
                .map(list -> aged(list, subject, now))
                .orElseGet(() -> StatusAnswer.without(Outcome.UNREADABLE));
    }

    private static StatusAnswer aged(StatusList list, String subject, Instant now) {
        if (!list.subject().equals(subject)) {
            return StatusAnswer.without(Outcome.OTHER_LIST);
        }
        return new StatusAnswer(now.isBefore(list.expiresAt()) ? Outcome.FRESH : Outcome.STALE, Optional.of(list));
    }
}
