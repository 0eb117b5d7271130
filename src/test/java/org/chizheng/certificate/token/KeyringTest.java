package org.chizheng.certificate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.Optional;

import org.chizheng.common.ChizhengConfig;
import org.junit.jupiter.api.Test;

/** Which of the configured keys signs what. */
class KeyringTest {
    private final String claim = Samples.ed25519(1);
    private final String own = Samples.ed25519(2);

    @Test
    void theClaimKeySignsCredentialsWhereNoOtherIsConfigured() {
        Keyring keyring = keyring(claim, Optional.empty());
        assertThat(keyring.purposes()).containsExactly(Purpose.CLAIM, Purpose.STATUS, Purpose.CREDENTIAL);
        assertThat(keyring.publicKey(Purpose.CREDENTIAL).kid())
                .isEqualTo(keyring.publicKey(Purpose.CLAIM).kid());
    }

    @Test
    void aKeyOfTheirOwnSignsCredentialsWhereItIsConfigured() {
        Keyring keyring = keyring(claim, Optional.of(own));
        assertThat(keyring.publicKey(Purpose.CREDENTIAL).kid())
                .isEqualTo(Samples.key(own).publicKey().kid())
                .isNotEqualTo(keyring.publicKey(Purpose.CLAIM).kid());
    }

    @Test
    void whereClaimsAreSignedBySm2ThereAreCredentialsOnlyWithAKeyOfTheirOwn() {
        assertThat(keyring(Samples.sm2(), Optional.empty()).holds(Purpose.CREDENTIAL))
                .isFalse();
        assertThat(keyring(Samples.sm2(), Optional.of(own)).holds(Purpose.CREDENTIAL))
                .isTrue();
    }

    @Test
    void aKeyOfSm2ForCredentialsIsRefusedByItsSetting() {
        String sm2 = Samples.sm2();
        assertThatThrownBy(() -> keyring(claim, Optional.of(sm2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CHIZHENG_CREDENTIAL_KEY")
                .hasMessageNotContaining(sm2);
    }

    private static Keyring keyring(String claim, Optional<String> credential) {
        ChizhengConfig config = (ChizhengConfig) Proxy.newProxyInstance(
                ChizhengConfig.class.getClassLoader(),
                new Class<?>[] {ChizhengConfig.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "claimKey" -> claim;
                    case "statusKey" -> Optional.empty();
                    case "credentialKey" -> credential;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Keyring(config, null);
    }
}
