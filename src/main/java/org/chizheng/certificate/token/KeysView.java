package org.chizheng.certificate.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The published keys: all there were, since what they signed is still checked. */
public record KeysView(String issuer, List<Key> keys) {
    private static final int ED25519_BYTES = 32;

    /**
     * @param alg EdDSA, SM2, or another one's name for documents
     * @param cose the algorithm's number in COSE, or null
     * @param x the 32 bytes of an Ed25519 key in base64url, else null
     * @param spki SubjectPublicKeyInfo in base64url
     * @param until since when another one signs, or null
     * @param compromisedAt since when others may have it, or null; then whatever it signed counts only where the record has it
     */
    public record Key(
            String kid,
            String alg,
            Integer cose,
            String purpose,
            String x,
            String spki,
            Instant from,
            Instant until,
            Instant compromisedAt) {
        static Key of(KeyHistory.Entry entry) {
            boolean edDsa = SignatureAlgorithm.ED25519.name().equals(entry.algorithm());
            byte[] spki = entry.spki();
            return new Key(
                    entry.kid(),
                    edDsa ? "EdDSA" : entry.algorithm(),
                    number(entry.algorithm()),
                    entry.purpose().name(),
                    edDsa ? text(Arrays.copyOfRange(spki, spki.length - ED25519_BYTES, spki.length)) : null,
                    text(spki),
                    entry.activeFrom(),
                    entry.signsUntil(),
                    entry.compromisedAt());
        }

        private static Integer number(String algorithm) {
            return Arrays.stream(SignatureAlgorithm.values())
                    .filter(known -> known.name().equals(algorithm))
                    .map(SignatureAlgorithm::number)
                    .findFirst()
                    .orElse(null);
        }

        private static String text(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }
}
