package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.authoring.rule.Samples.checks;
import static org.chizheng.authoring.rule.Samples.detail;
import static org.chizheng.authoring.rule.Samples.multiple;
import static org.chizheng.authoring.rule.Samples.pictured;
import static org.chizheng.authoring.rule.Samples.single;
import static org.chizheng.authoring.rule.Samples.statement;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "生产装置运行不稳定时，不应进行带压不置换动火作业。",
                "班长不能不检查就签字。",
                "动火作业没有不需要监护人的。",
                "焊工否认自己没有办理作业票。",
                "这种做法并非不可行。",
                "作业人员不是没有责任。",
            })
    void twoNegationsInOneClauseAreNamed(String stem) {
        assertThat(checks(statement(stem))).containsExactly(ItemCheck.DOUBLE_NEGATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "因抢险不得不带电作业时，应当有人监护。",
                "未办理作业票不得动火。",
                "没有救援装备的人员不得进罐施救。",
                "不锈钢不能用氧气乙炔切割。",
                "不但要检测，而且不得停止通风。",
                "不论有没有监护人，都不得进入。",
                "不同的气瓶不得混放。",
                "不伤害自己、不伤害他人、不被他人伤害。",
                "检验不合格的压力容器不得使用。",
                "未经批准，任何人不得拆除安全装置。",
                "锁紧套没有拧到位也不影响使用。",
                "禁止在不良天气登高。",
            })
    void wordsThatOnlyLookLikeTwoNegationsAreNot(String stem) {
        assertThat(checks(statement(stem))).isEmpty();
    }

    @Test
    void aStemThatAsksForTheWrongWithAnOptionThatDeniesIsNamed() {
        assertThat(detail(single("下列关于气瓶的说法，不正确的是（　　）。", "可以卧放使用", "不得靠近热源", "应当固定"), ItemCheck.DOUBLE_NEGATION))
                .isEqualTo("不得靠近热源");
        assertThat(checks(multiple("下列不属于特种作业的有（　　）。", List.of("没有电压的线路安装", "保洁"), "焊接")))
                .contains(ItemCheck.DOUBLE_NEGATION);
        assertThat(checks(single("下列关于气瓶的说法，不正确的是（　　）。", "可以卧放使用", "应当直立", "应当固定")))
                .isEmpty();
        assertThat(checks(single("作业票的有效期不应超过（　　）。", "8 h", "不限", "72 h")))
                .as("a limit is no question for the wrong")
                .isEmpty();
        assertThat(checks(single("下列关于气瓶的说法，正确的是（　　）。", "不得卧放", "可以敲击", "可以滚动")))
                .isEmpty();
    }

    @Test
    void wordsOfTheStemInTheKeyAloneAreNamed() {
        assertThat(detail(single("危险化学品经营企业进货，应当选择（　　）。", "取得许可的经营企业", "报价低的货主", "熟人介绍的商家"), ItemCheck.CLUE_WORD))
                .isEqualTo("经营企业");
        assertThat(checks(single("危险化学品经营企业进货，应当选择（　　）。", "取得许可的经营企业", "别的经营企业", "熟人介绍的商家")))
                .as("a wrong option has the words too")
                .isEmpty();
        assertThat(checks(single("在 1000 V 的线路上，应选（　　）。", "1000 V 级的", "毫伏级的", "欧姆级的")))
                .as("a number is no wording")
                .isEmpty();
    }

    @Test
    void aStemIsAtMostAHundredAndTwentyCharactersLong() {
        assertThat(checks(statement("按规定检查。".repeat(20)))).isEmpty();
        assertThat(detail(statement("按规定检查。".repeat(20) + "对"), ItemCheck.STEM_TOO_LONG))
                .isEqualTo("121");
    }

    @Test
    void aChoiceAsksSomething() {
        assertThat(checks(single("气瓶的安全附件。", "瓶阀", "手轮", "铭牌"))).containsExactly(ItemCheck.NO_QUESTION);
        for (String asks : List.of(
                "气瓶的安全附件是（　　）。",
                "气瓶的安全附件是____。",
                "气瓶的安全附件有哪些",
                "气瓶的安全附件是什么？",
                "下列气瓶安全附件，正确说法",
                "气瓶的安全附件包括",
                "气瓶的安全附件：")) {
            assertThat(checks(single(asks, "瓶阀", "手轮", "铭牌"))).as(asks).isEmpty();
        }
        assertThat(checks(statement("气瓶的安全附件应当齐全。")))
                .as("a statement asks nothing")
                .isEmpty();
    }

    @Test
    void aStemThatSpeaksOfAFigureHasOne() {
        for (String stem : List.of("如图所示，气瓶的放置正确。", "图中的焊工戴了手套。", "下图为安全标志。", "见图，灭火器已失效。")) {
            assertThat(checks(statement(stem))).as(stem).containsExactly(ItemCheck.FIGURE_MISSING);
            assertThat(checks(pictured(stem, "ab12", "一只气瓶"))).as(stem).isEmpty();
        }
        for (String stem : List.of("电气系统图中应标明熔断器。", "地图上要标出集合点。", "应当按图纸施工。", "试图冒险进入的，应当制止。", "竣工图由企业保存。")) {
            assertThat(checks(statement(stem))).as(stem).isEmpty();
        }
    }

    @Test
    void aFigureIsToldInWords() {
        assertThat(checks(pictured("图中的气瓶放置正确。", "ab12", null))).containsExactly(ItemCheck.FIGURE_WITHOUT_ALTERNATIVE);
        assertThat(checks(pictured("图中的气瓶放置正确。", "ab12", " "))).containsExactly(ItemCheck.FIGURE_WITHOUT_ALTERNATIVE);
    }
}
