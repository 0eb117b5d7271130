package org.chizheng.lockdown.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://exam.example.cn,          https://exam.example.cn/exam",
        "https://exam.example.cn/,         https://exam.example.cn/exam",
        "HTTPS://Exam.Example.CN:443,      https://exam.example.cn/exam",
        "http://exam.example.cn:80/,       http://exam.example.cn/exam",
        "http://localhost:8080,            http://localhost:8080/exam",
        "https://example.cn:8443/chizheng/, https://example.cn:8443/chizheng/exam"
    })
    void anAddressIsWrittenAsABrowserWritesIt(String told, String written) {
        assertThat(new PublicAddress(told).url("/exam")).isEqualTo(written);
    }

    @Test
    void theLinkOfTheBrowserIsAsSecureAsTheAddress() {
        assertThat(new PublicAddress("https://a.cn").browserLink("/x.seb")).isEqualTo("sebs://a.cn/x.seb");
        assertThat(new PublicAddress("http://a.cn:8080").browserLink("/x.seb")).isEqualTo("seb://a.cn:8080/x.seb");
    }

    @Test
    void theFilterLetsThroughThisServiceOnly() {
        assertThat(new PublicAddress("https://a.cn").filter()).isEqualTo("a.cn/*");
        assertThat(new PublicAddress("http://a.cn:8080").filter()).isEqualTo("a.cn:8080/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "exam.example.cn", "ftp://a.cn", "https://"})
    void anythingElseIsNoAddress(String told) {
        assertThatThrownBy(() -> new PublicAddress(told)).isInstanceOf(IllegalArgumentException.class);
    }
}
