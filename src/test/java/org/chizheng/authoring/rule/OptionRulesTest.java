package org.chizheng.authoring.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chizheng.authoring.rule.Samples.checks;
import static org.chizheng.authoring.rule.Samples.detail;
import static org.chizheng.authoring.rule.Samples.item;
import static org.chizheng.authoring.rule.Samples.multiple;
import static org.chizheng.authoring.rule.Samples.single;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionRulesTest {
    @Test
    void aSoundItemHasNoFindings() {
        assertThat(checks(single("发现有人触电，首先应当（　　）。", "切断电源", "拉开伤员", "拨打电话"))).isEmpty();
        assertThat(checks(multiple("动火前应当（　　）。", List.of("检测可燃气体", "清除可燃物"), "关好门窗")))
                .isEmpty();
        assertThat(checks(Samples.statement("电焊工必须持证上岗。"))).isEmpty();
    }

    @Test
    void theNumberOfOptionsFitsTheType() {
        assertThat(checks(item("TRUE_FALSE", "接地线可以用铝线。", List.of("错误"), List.of())))
                .containsExactly(ItemCheck.OPTION_COUNT);
        assertThat(checks(single("触电后应当（　　）。", "断电", "拉人"))).contains(ItemCheck.OPTION_COUNT);
        assertThat(checks(single("触电后应当（　　）。", "断电", "拉人", "喊人", "拍照", "等待", "走开")))
                .contains(ItemCheck.OPTION_COUNT);
        assertThat(checks(item("SINGLE", "触电后应当（　　）。", List.of("断电", "呼救"), List.of("拉人", "走开"))))
                .contains(ItemCheck.OPTION_COUNT);
        assertThat(checks(multiple("触电后应当（　　）。", List.of("断电"), "拉人", "走开"))).contains(ItemCheck.OPTION_COUNT);
        assertThat(checks(multiple("触电后应当（　　）。", List.of("断电", "呼救"))))
                .as("nothing is wrong")
                .contains(ItemCheck.OPTION_COUNT);
        assertThat(checks(single("触电后应当（　　）。", "断电", "拉人", " ")))
                .as("an empty option")
                .contains(ItemCheck.OPTION_COUNT);
        assertThat(detail(single("触电后应当（　　）。", "断电", "拉人"), ItemCheck.OPTION_COUNT))
                .isEqualTo("1 / 2");
    }

    @Test
    void aKeyThatIsClearlyTheLongestIsNamed() {
        assertThat(checks(single("进入受限空间前应当（　　）。", "先通风、再检测，确认合格并办理作业票后进入", "戴好口罩进入", "快进快出", "有人看守")))
                .contains(ItemCheck.LONGEST_KEY);
        assertThat(checks(multiple("进入受限空间前应当（　　）。", List.of("先通风并且检测氧气含量合格", "办理受限空间安全作业票证"), "戴上口罩", "快进快出")))
                .as("all right options are longer than all wrong ones")
                .contains(ItemCheck.LONGEST_KEY);
    }

    @Test
    void aKeyThatIsALittleLongerOrAmongLongOnesIsNot() {
        assertThat(checks(single("进入受限空间前应当（　　）。", "先通风、再检测，合格后进入", "先进入查看，再通风换气", "戴好防尘口罩进入")))
                .doesNotContain(ItemCheck.LONGEST_KEY);
        assertThat(checks(single("工作电压为（　　）。", "220 V", "36 V", "6 V")))
                .as("half as long again, but by few characters")
                .doesNotContain(ItemCheck.LONGEST_KEY);
        assertThat(checks(single("应当（　　）。", "断电", "打开所有门窗并通知全体人员撤到上风方向", "报警")))
                .as("a wrong option may be long")
                .doesNotContain(ItemCheck.LONGEST_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "10 m 以上, 15 m 以上",
        "不大于 0.5%, 不大于 0.2%",
        "5～10 m, 8～12 m",
        "十万元以上五十万元以下, 三十万元以上一百万元以下",
        "1000 V 及以下, 380 V 及以下",
        "至少 3 次, 不少于5次",
        "百分之二十至百分之五十, 百分之四十至百分之八十",
        "停止作业, 停止作业并撤离现场",
        "交流焊机, 带高频引弧的交流焊机",
        "现场负责人, 监护人和现场负责人",
        "ＡＢＣ灭火器, abc 灭火器",
        "切断电源, 切断电源",
    })
    void optionsOfWhichOneHoldsTheOtherOverlap(String a, String b) {
        assertThat(checks(single("应当选（　　）。", a, b, "其他"))).contains(ItemCheck.OVERLAPPING_OPTIONS);
        assertThat(checks(single("应当选（　　）。", "其他", b, a))).contains(ItemCheck.OVERLAPPING_OPTIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "8 h, 48 h",
        "2区, 22区",
        "Ⅰ级高处作业, Ⅱ级高处作业",
        "重大事故, 特别重大事故",
        "五日以上十日以下, 十日以上十五日以下",
        "十万元以上五十万元以下, 五十万元以上一百万元以下",
        "5 m 以上, 3 m 以下",
        "10 m 以上, 15 mm 以上",
        "7日内, 30日内",
        "5号左右, 15号左右",
        "接地, 接地或者接零",
        "1.5 m, 15 m",
    })
    void optionsThatExcludeEachOtherDoNot(String a, String b) {
        assertThat(checks(single("应当选（　　）。", a, b, "其他"))).doesNotContain(ItemCheck.OVERLAPPING_OPTIONS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "以上都对",
                "以上都是",
                "以上均不正确",
                "上述说法都正确",
                "A和B",
                "ABC都对",
                "都不是",
                "以上三项均可",
                "A、B、C",
                "以上都不对",
                "三者都是",
                "没有正确答案",
                "All of the above"
            })
    void anOptionThatSpeaksOfTheOthersIsNamed(String option) {
        assertThat(detail(single("灭火的方法有（　　）。", option, "冷却", "窒息"), ItemCheck.ALL_OR_NONE))
                .isEqualTo(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"两座库房都不构成重大危险源", "AC", "DC", "以上一年年收入为准", "都要戴安全帽", "全部切断", "有", "不需要", "A相", "正确佩戴", "三者中最高的一个"
            })
    void anOptionThatSpeaksForItselfIsNot(String option) {
        assertThat(checks(single("应当（　　）。", option, "冷却", "窒息"))).doesNotContain(ItemCheck.ALL_OR_NONE);
    }

    @Test
    void anAbsoluteWordInWrongOptionsOnlyIsNamed() {
        assertThat(detail(single("检修时应当（　　）。", "按作业票执行", "一律停产", "边干边看"), ItemCheck.ABSOLUTE_WORD))
                .isEqualTo("一律：一律停产");
        assertThat(checks(single("检修时应当（　　）。", "必须断电", "必须带电", "等人"))).doesNotContain(ItemCheck.ABSOLUTE_WORD);
        assertThat(checks(single("隐患应当交（　　）。", "有关部门", "安全部门", "安全部门和车间")))
                .as("安全部门 holds 全部 and means none of it")
                .doesNotContain(ItemCheck.ABSOLUTE_WORD);
    }
}
