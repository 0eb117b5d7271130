package org.chizheng.verification;

/** Answers that tell of no certificate; the others are the names of {@link org.chizheng.certificate.rule.Standing}. Each has its HTTP status at the doors that are asked by number. */
public enum ResultClass {
    /** No certificate has this number. */
    UNKNOWN(404),
    /** It cannot be a number of a certificate: most likely a typing error. */
    MALFORMED(400),
    /** Not what a key of ours signed: a forgery. */
    SIGNATURE_WRONG(200),
    /** Signed, by a key that is not ours. */
    UNKNOWN_KEY(200),
    /** A document of ours that was changed after it was signed. */
    ALTERED(200),
    /** Neither a code nor a document of a certificate. */
    UNREADABLE(400);

    private final int status;

    ResultClass(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** The status for an answer of any class; whatever exists answers 200. */
    static int status(String name) {
        for (ResultClass one : values()) {
            if (one.name().equals(name)) {
                return one.status;
            }
        }
        return 200;
    }
}
