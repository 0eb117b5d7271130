package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;

import org.junit.jupiter.api.Test;

class SealerTest {
    private final Sealer sealer = new Sealer(new FixedConfig(1));

    @Test
    void whatWasSealedOpensAgain() {
        byte[] sealed = sealer.seal("320100199001010018", "person.id-number", 7);
        assertThat(sealer.openText(sealed, "person.id-number", 7)).isEqualTo("320100199001010018");
    }

    @Test
    void equalTextsAreSealedDifferently() {
        assertThat(sealer.seal("same", "p", 1)).isNotEqualTo(sealer.seal("same", "p", 1));
    }

    @Test
    void aValueMovedToAnotherRowOrColumnDoesNotOpen() {
        byte[] sealed = sealer.seal("13800000000", "person.phone", 7);
        assertThatThrownBy(() -> sealer.open(sealed, "person.phone", 8)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.open(sealed, "person.photo", 7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAlteredByteDoesNotOpen() {
        byte[] sealed = sealer.seal("13800000000", "person.phone", 7);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> sealer.open(sealed, "person.phone", 7)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theIndexFindsEqualValuesAndDependsOnKeyAndPurpose() {
        Sealer other = new Sealer(new FixedConfig(9));
        assertThat(sealer.index("a", "p")).isEqualTo(sealer.index("a", "p"));
        assertThat(sealer.index("a", "p")).isNotEqualTo(sealer.index("a", "q")).isNotEqualTo(other.index("a", "p"));
    }

    private record FixedConfig(int fill) implements ChizhengConfig {
        @Override
        public java.util.Optional<String> firstAdministratorPassword() {
            return java.util.Optional.empty();
        }

        @Override
        public String dataKey() {
            byte[] bytes = new byte[32];
            java.util.Arrays.fill(bytes, (byte) fill);
            return Base64.getEncoder().encodeToString(bytes);
        }

        @Override
        public String indexKey() {
            return dataKey();
        }

        @Override
        public String sessionKey() {
            return "";
        }

        @Override
        public String sealKey() {
            return "";
        }

        @Override
        public String publicUrl() {
            return "";
        }

        @Override
        public boolean demo() {
            return false;
        }

        @Override
        public String questionBank() {
            return "";
        }

        @Override
        public String issuerZh() {
            return "";
        }

        @Override
        public String issuerEn() {
            return "";
        }
    }
}
