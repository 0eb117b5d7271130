package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealerTest {
    private final Sealer sealer = new Sealer(new TestConfig(1, ""));

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
    void aKeyOfTheWrongLengthIsRefusedByItsName() {
        assertThatThrownBy(() -> new Sealer(new TestConfig(1, "", 16))).hasMessageContaining("CHIZHENG_DATA_KEY");
    }

    @Test
    void aKeyThatIsNotBase64IsRefusedByItsNameAndNotRepeated() {
        assertThatThrownBy(() -> new Sealer(new TestConfig("not base 64 !")))
                .hasMessageContaining("CHIZHENG_DATA_KEY")
                .hasMessageNotContaining("not base 64");
    }

    @Test
    void theIndexFindsEqualValuesAndDependsOnKeyAndPurpose() {
        Sealer other = new Sealer(new TestConfig(9, ""));
        assertThat(sealer.index("a", "p")).isEqualTo(sealer.index("a", "p"));
        assertThat(sealer.index("a", "p")).isNotEqualTo(sealer.index("a", "q")).isNotEqualTo(other.index("a", "p"));
    }
}
