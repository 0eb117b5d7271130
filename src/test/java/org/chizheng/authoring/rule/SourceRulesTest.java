package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.authoring.rule.Samples.LAWS;
import static org.chizheng.authoring.rule.Samples.checks;
import static org.chizheng.authoring.rule.Samples.detail;
import static org.chizheng.authoring.rule.Samples.from;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {
    @Test
    void anItemWithoutASourceIsNamed() {
        assertThat(checks(from(" "))).containsExactly(ItemCheck.SOURCE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《中华人民共和国安全生产法》（2021）",
                "《安全生产法》",
                "安全生产法",
                "GB 30871-2022",
                "《GB 30871 危险化学品企业特殊作业安全规范》(2022) 。",
                "教材"
            })
    void aSourceWithoutAClauseIsNamed(String source) {
        assertThat(checks(from(source))).containsExactly(ItemCheck.CLAUSE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《中华人民共和国安全生产法》（2021）第三十条",
                "《关于贯彻落实《国务院通知》的实施意见（安监总管三〔2010〕186号）》（2010）变更管理",
                "《GB 30871 危险化学品企业特殊作业安全规范》（2022）5.3.2",
                "《刑法》（2023（刑法修正案（十二）））第一百三十四条",
                "安全生产法第三十条",
                "GB 30871-2022 5.3",
                "GB 30871-2022 附录A",
                "教材第二章",
            })
    void aSourceWithAClauseIsNot(String source) {
        assertThat(checks(from(source))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "《中华人民共和国安全生产法》（2014）第二十条, 2021-09-01",
        "《安全生产法》（2014年修正）第二十条, 2021-09-01",
        "安全生产法2014版第二十条, 2021-09-01",
        "GB 30871-2014 5.3, 2022-10-01",
        "GB30871—2014 第5.3条, 2022-10-01",
        "《GB 30871 化学品生产单位特殊作业安全规范》（2014）5.3, 2022-10-01",
        "《GB/T 29639-2013》6.2, 2021-04-01",
        "《JGJ 46-2005 施工现场临时用电安全技术规范》8.1.3, 2025-01-01",
        "《特种作业人员安全技术培训考核管理规定》（总局令第30号）第二十一条, 2026-06-01",
        "国家安全生产监督管理总局令 30 号第二十一条, 2026-06-01",
        "《特种作业人员安全技术培训考核管理规定》（2015年修正）第二十一条, 2026-06-01",
    })
    void aSupersededEditionIsNamedWithTheDate(String source, String date) {
        assertThat(detail(from(source), ItemCheck.LAW_SUPERSEDED)).contains(date);
        assertThat(LAWS.superseded(source).orElseThrow().on()).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《中华人民共和国安全生产法》（2021）第三十条",
                "《安全生产法》第三十条",
                "《江苏省安全生产条例》（2016）第三十条",
                "《安全生产法释义》（2014）第三十条",
                "《中华人民共和国消防法》（2019）第二十一条",
                "《特种作业人员安全技术培训考核管理规定（应急管理部令第19号）》（2025）第八条",
                "《安全生产许可证条例》（2014）第六条",
                "GB 308711-2014 5.3",
                "GB 3087-2008 5.3",
                "《危险化学品安全法》（2025）第五十条",
                "总局令第3号第二十四条",
                "《安全生产法》第三十条、《消防法》（2019）第二十一条",
            })
    void aSourceThatIsInForceOrNotKnownIsNot(String source) {
        assertThat(LAWS.superseded(source)).isEmpty();
    }
}
