package org.chizheng.authoring.rule;

import java.time.LocalDate;
import java.util.List;

/** Items for tests, with everything in order but what the test is about. */
final class Samples {
    static final LawEditions LAWS = new LawEditions(List.of(
            edition("中华人民共和国安全生产法", List.of(), "2021", "2021-09-01"),
            edition("危险化学品安全法", List.of(), "2025", "2026-05-01"),
            edition("GB 30871 危险化学品企业特殊作业安全规范", List.of("GB 30871"), "2022", "2022-10-01"),
            edition("GB/T 29639 生产经营单位生产安全事故应急预案编制导则", List.of("GB/T 29639"), "2020", "2021-04-01"),
            edition("JGJ/T 46 建筑与市政工程施工现场临时用电安全技术标准", List.of("JGJ/T 46"), "2024", "2025-01-01"),
            edition("特种作业人员安全技术培训考核管理规定", List.of("应急管理部令第19号"), "2025", "2026-06-01"),
            new LawEdition(
                    "特种作业人员安全技术培训考核管理规定",
                    List.of("总局令第30号"),
                    "2010",
                    LocalDate.parse("2010-07-01"),
                    LocalDate.parse("2026-06-01"),
                    "应急管理部令第19号")));

    private static final String SOURCE = "《中华人民共和国安全生产法》（2021）第三十条";

    private Samples() {}

    private static LawEdition edition(String title, List<String> marks, String edition, String from) {
        return new LawEdition(title, marks, edition, LocalDate.parse(from), null, null);
    }

    static CheckedItem statement(String stem) {
        return item("TRUE_FALSE", stem, List.of("正确"), List.of("错误"));
    }

    static CheckedItem single(String stem, String right, String... wrong) {
        return item("SINGLE", stem, List.of(right), List.of(wrong));
    }

    static CheckedItem multiple(String stem, List<String> right, String... wrong) {
        return item("MULTIPLE", stem, right, List.of(wrong));
    }

    static CheckedItem item(String type, String stem, List<String> right, List<String> wrong) {
        return new CheckedItem("AAA-01-001", "01", type, stem, right, wrong, SOURCE, null, null);
    }

    static CheckedItem named(String code, CheckedItem item) {
        return new CheckedItem(
                code,
                item.chapter(),
                item.type(),
                item.stem(),
                item.right(),
                item.wrong(),
                item.source(),
                item.figure(),
                item.figureAlt());
    }

    static CheckedItem from(String source) {
        return new CheckedItem(
                "AAA-01-001", "01", "TRUE_FALSE", "动火前应当检测。", List.of("正确"), List.of("错误"), source, null, null);
    }

    static CheckedItem pictured(String stem, String figure, String alternative) {
        return new CheckedItem(
                "AAA-01-001", "01", "TRUE_FALSE", stem, List.of("正确"), List.of("错误"), SOURCE, figure, alternative);
    }

    static List<ItemCheck> checks(CheckedItem item) {
        return ItemRules.of(item, LAWS).stream().map(Found::check).toList();
    }

    /** What the check found in the item; null when it found nothing. */
    static String detail(CheckedItem item, ItemCheck check) {
        return ItemRules.of(item, LAWS).stream()
                .filter(found -> found.check() == check)
                .map(Found::detail)
                .findFirst()
                .orElse(null);
    }
}
