package org.chizheng.certificate.token;

import java.util.Optional;
import java.util.function.Function;

import org.chizheng.certificate.token.ClaimAnswer.Outcome;

/** The check that needs no network: signature, key and form of a token. It knows nothing of what befell the certificate since. */
public final class ClaimCheck {
    /** Bytes that a token has at most. */
    public static final int LONGEST = ClaimCodec.LONGEST + 100;

    private ClaimCheck() {}

    /**
     * Answers whatever it is given.
     *
     * @param cose the bytes of a COSE_Sign1
     * @param keys the history's key by its id, of any purpose
     */
    public static ClaimAnswer check(byte[] cose, Function<KeyId, Optional<KnownKey>> keys) {
        Optional<CoseSign1> read = cose.length > LONGEST ? Optional.empty() : CoseSign1.decode(cose);
        return read.filter(sign1 -> sign1.type() == null && !sign1.tagged())
                .map(sign1 -> check(sign1, keys))
                .orElseGet(() -> ClaimAnswer.without(Outcome.UNREADABLE));
    }

    private static ClaimAnswer check(CoseSign1 signed, Function<KeyId, Optional<KnownKey>> keys) {
        Optional<KeyId> kid = Optional.of(signed.kid());
        Optional<KnownKey> key = keys.apply(signed.kid()).filter(known -> known.purpose() == Purpose.CLAIM);
        if (key.isEmpty()) {
            return new ClaimAnswer(Outcome.UNKNOWN_KEY, Optional.empty(), kid);
        }
        if (!key.get().key().verifies(signed)) {
            return new ClaimAnswer(Outcome.SIGNATURE_WRONG, Optional.empty(), kid);
        }
        Optional<Claim> claim = ClaimCodec.decode(signed.payload());
        if (claim.isEmpty()) {
            return new ClaimAnswer(Outcome.UNREADABLE, Optional.empty(), kid);
        }
        return new ClaimAnswer(key.get().isCompromised() ? Outcome.KEY_COMPROMISED : Outcome.GENUINE, claim, kid);
    }
}
