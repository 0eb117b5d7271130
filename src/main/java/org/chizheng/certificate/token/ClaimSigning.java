package org.chizheng.certificate.token;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs claims with the key that is active. */
@ApplicationScoped
public class ClaimSigning {
    private final Keyring keyring;

    public ClaimSigning(Keyring keyring) {
        this.keyring = keyring;
    }

    /** @throws IllegalStateException if the configured key may no longer sign */
    public CoseSign1 sign(Claim claim) {
        return keyring.sign(Purpose.CLAIM, null, ClaimCodec.encode(claim), false);
    }
}
