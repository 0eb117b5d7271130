package org.chizheng.certificate.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.certificate.token.Keyring;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.common.Refused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Signs credentials and their status lists with the key for them. */
@ApplicationScoped
public class CredentialSigning {
    private final Keyring keyring;
    private final ObjectMapper json;

    public CredentialSigning(Keyring keyring, ObjectMapper json) {
        this.keyring = keyring;
        this.json = json;
    }

    /** False where no Ed25519 key is configured (JOSE has no SM2), or the one that is may no longer sign. */
    public boolean isReady() {
        return keyring.holds(Purpose.CREDENTIAL) && keyring.maySign(Purpose.CREDENTIAL);
    }

    /** Name of the key, where there is one. */
    String kid() {
        return keyring.publicKey(Purpose.CREDENTIAL).kid().hex();
    }

    /**
     * @param type header {@code typ}
     * @param payload anything that Jackson writes as an object
     * @throws Refused if no key is ready
     */
    @Transactional(Transactional.TxType.MANDATORY)
    String sign(String type, Object payload) {
        if (!isReady()) {
            throw new Refused(CredentialRefusal.NOT_OFFERED);
        }
        return CompactJws.of(
                type,
                keyring.publicKey(Purpose.CREDENTIAL).kid(),
                bytes(payload),
                message -> keyring.sign(Purpose.CREDENTIAL, message));
    }

    private byte[] bytes(Object payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
