package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "10 m 以上, 10, Infinity, m",
        "2m及以上, 2, Infinity, m",
        "不小于 0.7 m, 0.7, Infinity, m",
        "≥18%, 18, Infinity, %",
        "1000 V 及以下, -Infinity, 1000, V",
        "不超过36 V, -Infinity, 36, V",
        "最多5次, -Infinity, 5, 次",
        "5～6 cm, 5, 6, cm",
        "19.5%～21%, 19.5, 21, %",
        "420 A～525 A, 420, 525, A",
        "一百万元以上二百万元以下, 1000000, 2000000, 元",
        "百分之二十以上百分之五十以下, 20, 50, %",
        "100倍以上至1000倍, 100, 1000, 倍",
        "十五日以下, -Infinity, 15, 日",
        "二十五人以上, 25, Infinity, 人",
    })
    void aRangeIsRead(String option, double low, double high, String unit) {
        assertThat(Span.of(option)).contains(new Span(low, high, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 m", "三十日内", "切断电源", "以上都对", "压力为1.2 MPa，超过最高工作压力", "2区", "Ⅱ级", ""})
    void whatIsNoRangeIsNot(String option) {
        assertThat(Span.of(option)).isEmpty();
    }
}
