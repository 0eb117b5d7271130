package org.chizheng.certificate;

import org.chizheng.common.Reason;

/** Why an act on a certificate is refused. */
public enum CertificateRefusal implements Reason {
    REASON_MISSING,
    ALREADY_REVOKED;

    @Override
    public int status() {
        return 409;
    }
}
