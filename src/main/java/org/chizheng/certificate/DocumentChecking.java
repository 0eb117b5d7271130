package org.chizheng.certificate;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.document.DocumentCheck;
import org.chizheng.certificate.token.KeyHistory;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.closing.Closings;
import org.chizheng.common.Digests;
import org.chizheng.common.Sql;

/** Checks a document that somebody brings: its bytes against those that were issued, and what it says of itself by its signature. */
@ApplicationScoped
public class DocumentChecking {
    private static final String BY_DIGEST = "SELECT certificate_id FROM certificate_file WHERE digest = ?";
    private final Sql sql;
    private final Certificates certificates;
    private final KeyHistory keys;
    private final Closings closings;

    public DocumentChecking(Sql sql, Certificates certificates, KeyHistory keys, Closings closings) {
        this.sql = sql;
        this.certificates = certificates;
        this.keys = keys;
        this.closings = closings;
    }

    /** What a document is, the first that holds. */
    public enum Outcome {
        /** Byte for byte as it was issued. */
        ON_RECORD,
        /** Signed by a key of ours and changed or added to since. */
        ALTERED,
        /** Whole, signed by a key of ours, and nothing that we issued: somebody else has the key, or the record has a hole. */
        NOT_ON_RECORD,
        /** Signed by a key that is not ours. */
        UNKNOWN_KEY,
        /** No signature, or one that its own certificate did not make. */
        SIGNATURE_WRONG,
        /** No PDF, or a document of ours that is no certificate: the record of a room. */
        UNREADABLE
    }

    /** @param certificate for ON_RECORD the one; for ALTERED the one that the document says it is, if there is such */
    public record Checked(Outcome outcome, Optional<CertificateView> certificate) {}

    public Checked check(byte[] pdf) {
        String digest = Digests.file(pdf);
        Optional<UUID> issued = sql.first(BY_DIGEST, row -> row.getObject(1, UUID.class), digest);
        if (issued.isPresent()) {
            return new Checked(Outcome.ON_RECORD, certificates.find(issued.get()));
        }
        if (closings.isRecord(digest)) {
            return new Checked(Outcome.UNREADABLE, Optional.empty());
        }
        DocumentCheck.Answer answer = DocumentCheck.check(pdf);
        return switch (answer.outcome()) {
            case UNREADABLE -> new Checked(Outcome.UNREADABLE, Optional.empty());
            case NOT_SIGNED, SIGNATURE_WRONG -> new Checked(Outcome.SIGNATURE_WRONG, Optional.empty());
            case SIGNED -> new Checked(isOurs(answer) ? Outcome.NOT_ON_RECORD : Outcome.UNKNOWN_KEY, Optional.empty());
            case ALTERED -> altered(answer);
        };
    }

    private Checked altered(DocumentCheck.Answer answer) {
        return isOurs(answer)
                ? new Checked(Outcome.ALTERED, answer.code().flatMap(certificates::byCode))
                : new Checked(Outcome.UNKNOWN_KEY, Optional.empty());
    }

    private boolean isOurs(DocumentCheck.Answer answer) {
        return answer.signer()
                .filter(spki -> keys.all().stream()
                        .anyMatch(key -> key.purpose() == Purpose.DOCUMENT && Arrays.equals(key.spki(), spki)))
                .isPresent();
    }
}
