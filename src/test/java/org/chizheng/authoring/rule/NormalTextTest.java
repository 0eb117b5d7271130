package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NormalTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "动火 作业（　　）。|动火作业",
                "ＧＢ　３０８７１|gb30871",
                "“安全第一”，预防为主！|安全第一预防为主",
                "1.5 m|1.5m",
                "5～10 m|5~10m",
                "−5 ℃|-5°c",
                "GB 30871—2022|gb30871-2022",
                "不低于95％|不低于95%",
                "应当______检测|应当检测",
            })
    void onlyWhatCountsIsLeft(String text, String normal) {
        assertThat(NormalText.of(text)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({"1.5 m, 15 m", "5℃, -5℃", "≥10 m, ≤10 m", "5～10, 510", "1/2, 12", "Ⅱ级, Ⅲ级"})
    void numbersAndSignsStayApart(String a, String b) {
        assertThat(NormalText.of(a)).isNotEqualTo(NormalText.of(b));
    }

    @Property
    void normalTextStaysAsItIs(@ForAll String text) {
        String normal = NormalText.of(text);
        assertThat(NormalText.of(normal)).isEqualTo(normal);
    }
}
