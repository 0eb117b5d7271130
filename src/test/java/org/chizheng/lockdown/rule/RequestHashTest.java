package org.chizheng.lockdown.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class RequestHashTest {
    private static final String KEY = "3cd36cce3565525eb575456a5d49bf938197cf3914bcbebb7aa5150cef358672";

    /** By sha256sum over the address and the key. */
    @Test
    void theProofIsTheDigestOfAddressAndKey() {
        assertThat(RequestHash.of("https://exam.example.cn/exam/room", KEY))
                .isEqualTo("1cf27add40d4ea9eac4bb502238b217209c2edeee95c614eae7972150d7222b5");
    }

    @Test
    void aFragmentIsNoPartOfTheAddress() {
        assertThat(RequestHash.of("https://a.cn/b?c=1#d#e", KEY)).isEqualTo(RequestHash.of("https://a.cn/b?c=1", KEY));
    }

    @Test
    void capitalDigitsAndSpacesAroundDoNotMatter() {
        String proof = RequestHash.of("https://a.cn/", KEY);
        assertThat(RequestHash.isRight(" " + proof.toUpperCase(java.util.Locale.ROOT) + " ", "https://a.cn/", KEY))
                .isTrue();
    }

    @Test
    void noProofIsNoProof() {
        assertThat(RequestHash.isRight(null, "https://a.cn/", KEY)).isFalse();
        assertThat(RequestHash.isRight("", "https://a.cn/", KEY)).isFalse();
    }

    @Property
    void aProofIsGoodForItsAddressAndItsKeyOnly(
            @ForAll @AlphaChars @StringLength(max = 20) String path,
            @ForAll @AlphaChars @StringLength(max = 20) String other,
            @ForAll String junk) {
        Assume.that(!path.equals(other));
        String url = "https://a.cn/" + path;
        String proof = RequestHash.of(url, KEY);
        assertThat(RequestHash.isRight(proof, url, KEY)).isTrue();
        assertThat(RequestHash.isRight(proof, "https://a.cn/" + other, KEY)).isFalse();
        assertThat(RequestHash.isRight(proof, url, KEY.replace('3', '4'))).isFalse();
        assertThat(RequestHash.isRight(junk, url, KEY)).isFalse();
    }
}
