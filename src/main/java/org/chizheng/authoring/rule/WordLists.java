package org.chizheng.authoring.rule;

import java.util.List;
import java.util.regex.Pattern;

/** The words that the checks look for, as data: whoever adds one adds an example to the tests. Longer words stand before those that they contain. */
final class WordLists {
    /** The blanks of stems hold spaces of any width. */
    private static final String SPACE = "[\\s\\p{Z}]";

    private static final String VERDICT =
            "(全部|全都|全|都|均|皆|也)?(是|对|正确|不对|不是|不正确|错|错误|可|可以|不可以|需要|不需要|包括|属于|不属于|符合|不符合|有|没有)?";

    /** Give a wrong option away, since few things at work are so without exception. 全部 is not among them: it counts barrels more often than it judges, and 安全部门 holds it. */
    static final List<Pattern> ABSOLUTE =
            patterns("必须", "一律", "绝对", "永远", "从不", "决不", "绝不", "一概", "所有", "任何", "完全", "无论如何", "百分之百", "毫无", "唯一");

    /** Words that hold a negative sign and deny nothing, or that are one firm word. */
    static final Pattern HARMLESS = Pattern.compile(String.join(
            "|",
            "不得不|不但|不仅|不只|不断|不同|不久|不过|不论|不管|不然|不良|不燃|不锈|不慎|不足|不均|不明|不稳定?|不利|不幸|不可抗|不动产|不安全",
            "不合格|不正常|不平衡|不饱和|不规则|不规范|差不多|有没有|是不是|能不能|会不会|要不要|该不该|可不可以|对不对",
            "非法|非常|非金属|非煤|非合金|非防爆|非电|除非|是非|无论|无关|无线|无损|无缝|无机|无水|无毒|无害|无轨|无人|并非易事|未来|未婚",
            "浸没|淹没|沉没|没收|没入",
            "不闻不问|不折不扣|不偏不倚|不知不觉|不约而同|不卑不亢|不伤害"));

    /** A negation; 禁止 and its like deny what follows just as 不得 does. */
    static final Pattern NEGATION = Pattern.compile("不|没有|没|未|并非|非|无法|否认|否定|禁止|严禁|切勿");

    /** 未…不得…, 没有…禁止…: a condition and what it forbids, as laws say it; the first sign and the second one. */
    static final Pattern CONDITION = Pattern.compile("未|没有?|不(?![得能可会是应必宜])");

    static final Pattern FORBIDS = Pattern.compile("不[得准许应能可宜必]|禁止|严禁|切勿");

    /** Where a negation no longer reaches what follows: another clause, a noun that it only describes, a condition and its consequence. */
    static final Pattern REACH_ENDS =
            Pattern.compile("[，。；、：！？,;:!?（）()“”\"]|的|者|也|就|则|又|而|且|或|和|与|及|时|后|前|即|仍|还|都|并(?!非)|未经|因|以免|以防");

    /** The stem asks for what is not so. */
    static final Pattern ASKS_FOR_THE_WRONG =
            Pattern.compile("(不|错误|有误|除外)[^，。；,;（(]{0,14}(的|是|有|为|项|属于|包括|做法|说法|行为|选项)" + SPACE + "*([（(]" + SPACE
                    + "*[）)]|[?？:：]|_{2,})|(不正确|错误)的(一项|是|有)");

    /** 以上都对, A和B, 都不正确: an option that speaks of the others; the whole option in normal text. AC and DC alone are kinds of current. */
    static final Pattern OF_THE_OTHERS =
            Pattern.compile("(以上|上述|前述|上面|前面|三者|两者|二者|[a-f]([和与及或、]?[a-f])+(?=[都均全是对]|正确|$)(?<!^[ad]c)|[a-f]至[a-f])"
                    + "(各项|所有|三项|两项|三者|两者|几项|选项|情况|说法|答案|内容|措施|做法|方法)*" + VERDICT
                    + "|(说法|答案|选项)?(全部|全都|全|都|均|皆)(是|对|正确|不对|不是|不正确|错|错误)"
                    + "|(没有|无)(一项)?正确(的)?(答案|选项)?|allof(the)?above|noneof(the)?above");

    /** Speaks of a figure: 如图, 图中, 图为. Not 地图中 or 系统图中, which name a kind of drawing. */
    static final Pattern SPEAKS_OF_A_FIGURE = Pattern.compile(
            "(如|下|上|附|右|左|见|据|按|从|由)图(?![纸形样片像书案例册表]|施工|作业|索骥)|(?<![\\p{L}])图(中|示|为|所示|上)|(如|按|从|见)[下上附右左]?图(中|示|所示)|所附的?图");

    /** Asks: a blank, a question mark, a colon, a word that asks, or an end that an option completes. */
    static final Pattern ASKS = Pattern.compile("[（(\\[【]" + SPACE
            + "*[）)\\]】]|_{2,}|＿{2,}|…|[?？:：]|什么|哪|如何|怎|多少|几|何|谁|下列|以下|是否|(是|有|为|包括|属于|应|应当|不得|可以|可|必须|需|要|在|由|用|达到|超过|小于|大于|低于|高于)[。.]?"
            + SPACE + "*$");

    private WordLists() {}

    private static List<Pattern> patterns(String... words) {
        return List.of(words).stream().map(Pattern::compile).toList();
    }
}
