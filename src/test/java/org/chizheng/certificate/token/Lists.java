package org.chizheng.certificate.token;

import org.chizheng.certificate.status.StatusList;

/** Signs status lists as an installation would, with any key. */
public final class Lists {
    private Lists() {}

    /** @param fill of the Ed25519 key, see {@link Samples#ed25519} */
    public static byte[] signed(int fill, byte[] payload) {
        return key(fill).sign(StatusList.TYPE, payload, true).encode();
    }

    public static byte[] signed(int fill, String type, byte[] payload, boolean tagged) {
        return key(fill).sign(type, payload, tagged).encode();
    }

    public static KnownKey known(int fill, Purpose purpose, boolean compromised) {
        return Samples.known(key(fill).publicKey(), purpose, compromised ? Samples.ISSUED : null);
    }

    private static PrivateKey key(int fill) {
        return Samples.key(Samples.ed25519(fill));
    }
}
