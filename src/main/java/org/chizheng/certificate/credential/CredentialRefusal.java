package org.chizheng.certificate.credential;

import org.chizheng.common.Reason;

/** Why a certificate is not handed out for a wallet. */
public enum CredentialRefusal implements Reason {
    /** Suspended, ended, expired, or not valid yet. */
    NOT_IN_FORCE(409),
    /** No place in a status list yet, so that nobody could learn of its end. */
    NO_STATUS_PLACE(409),
    /** This installation has no key for credentials that may sign. */
    NOT_OFFERED(409),
    /** What was given is no public key of a wallet. */
    HOLDER_KEY_INVALID(400),
    /** What was given holds a private key. */
    HOLDER_KEY_PRIVATE(400);

    private final int status;

    CredentialRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
