package org.chizheng.certificate.token;

import org.chizheng.common.Reason;

/** Why an act on a signing key is refused. */
public enum TokenRefusal implements Reason {
    REASON_INVALID(400),
    TIME_INVALID(400),
    ALREADY_COMPROMISED(409),
    PROPOSAL_OPEN(409),
    SAME_PERSON(409),
    ALREADY_DECIDED(409);

    private final int status;

    TokenRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
