package org.chizheng.certificate;

import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.token.Claim;
import org.chizheng.certificate.token.ClaimAnswer;
import org.chizheng.certificate.token.ClaimAnswer.Outcome;
import org.chizheng.certificate.token.ClaimCheck;
import org.chizheng.certificate.token.ClaimKeys;
import org.chizheng.certificate.token.Claiming;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.certificate.token.QrText;

/** Checks a token as a gate without a network would, and looks up the certificate it speaks of. */
@ApplicationScoped
public class ClaimChecking {
    private final ClaimKeys keys;
    private final Certificates certificates;
    private final Claiming claiming;

    public ClaimChecking(ClaimKeys keys, Certificates certificates, Claiming claiming) {
        this.keys = keys;
        this.certificates = certificates;
        this.claiming = claiming;
    }

    /**
     * @param offline what the token proves by itself
     * @param certificate the one that it names, where the signature is by a key of ours
     * @param onRecord whether these very bytes are what we signed for that certificate: then it is genuine, whoever has the key by now
     */
    public record Checked(ClaimAnswer offline, Optional<CertificateView> certificate, boolean onRecord) {
        /** Whether it is a claim of ours. With a network the record decides, so a compromised key does no harm to those who hold what it truly signed. */
        public boolean isGenuine() {
            return onRecord;
        }
    }

    /** @param text of a QR code, or the digits of a token alone; anything else is UNREADABLE */
    public Checked check(String text) {
        if (text == null || text.length() > 4000) {
            return unreadable();
        }
        return QrText.read(text).map(this::check).orElseGet(ClaimChecking::unreadable);
    }

    private Checked check(QrText text) {
        ClaimAnswer answer = ClaimCheck.check(text.token(), kid -> keys.find(kid, Purpose.CLAIM));
        Optional<Claim> claim = answer.claim();
        if (claim.isEmpty()) {
            return new Checked(answer, Optional.empty(), false);
        }
        if (text.code() != null && !text.code().equals(claim.get().code())) {
            ClaimAnswer other = new ClaimAnswer(Outcome.SIGNATURE_WRONG, Optional.empty(), answer.kid());
            return new Checked(other, Optional.empty(), false);
        }
        Optional<CertificateView> certificate = certificates.byCode(claim.get().code());
        boolean onRecord = certificate
                .flatMap(known -> claiming.token(known.id()))
                .filter(token -> Arrays.equals(token, text.token()))
                .isPresent();
        return new Checked(answer, certificate, onRecord);
    }

    private static Checked unreadable() {
        return new Checked(
                new ClaimAnswer(Outcome.UNREADABLE, Optional.empty(), Optional.empty()), Optional.empty(), false);
    }
}
