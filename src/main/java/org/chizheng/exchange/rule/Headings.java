package org.chizheng.exchange.rule;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the head of an item table by the names that people give to its columns. */
public final class Headings {
    private static final Map<Column, String> NAMES = new EnumMap<>(Map.of(
            Column.CODE, "编号 题号 序号 试题编号 题目编号 编码 试题编码 id no no. code number",
            Column.TYPE, "题型 类型 试题类型 题目类型 题类 试题题型 type questiontype itemtype",
            Column.CHAPTER, "章节 章 所属章节 章节名称 知识点 考点 分类 试题分类 chapter topic category",
            Column.DIFFICULTY, "难度 难易度 难易程度 难易 难度系数 试题难度 难度等级 difficulty",
            Column.LEVEL, "级别 题库级别 层级 level",
            Column.STEM, "题干 题目 试题 试题内容 题目内容 试题题干 题目名称 问题 考题 内容 stem question questiontext item",
            Column.KEY, "答案 正确答案 标准答案 参考答案 试题答案 正确选项 答案选项 key answer correctanswer rightanswer correct",
            Column.EXPLANATION, "解析 答案解析 试题解析 题目解析 解答 答案说明 explanation analysis feedback rationale",
            Column.SOURCE, "依据 命题依据 法规依据 参考依据 出处 来源 source reference basis",
            Column.FIGURE_ALT, "图片说明 图片描述 图的文字说明 图片 附图 figuredescription figure picture"));
    private static final String OPTIONS = " 选项 备选项 备选答案 选项内容 试题选项 候选项 options choices ";
    private static final Pattern OPTION =
            Pattern.compile("(?:选项|备选项|备选答案|候选项|答案|option|choice|answer)?([a-h])(?:选项|项)?");
    private static final Pattern NUMBERED = Pattern.compile("(?:选项|备选项|备选答案|候选项|option|choice)([1-8一二三四五六七八])");
    private static final String NUMERALS = "一二三四五六七八";
    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        NAMES.forEach((column, names) -> {
            for (String name : names.split(" ")) {
                BY_NAME.put(name, column);
            }
        });
        BY_NAME.put("导入结果", Column.RESULT);
        BY_NAME.put("importresult", Column.RESULT);
    }

    private Headings() {}

    /**
     * The columns by their place, when these cells are the head of an item table: a stem, and beside it a key, a type or options.
     *
     * @param cells text by place, places without text left out
     */
    public static Optional<Map<Integer, Column>> of(Map<Integer, String> cells) {
        Map<Integer, Column> found = new TreeMap<>();
        new TreeMap<>(cells)
                .forEach((place, text) -> column(text)
                        .filter(column -> !found.containsValue(column))
                        .ifPresent(column -> found.put(place, column)));
        spread(cells, found);
        boolean more = found.values().stream()
                .anyMatch(column -> column == Column.KEY || column == Column.TYPE || column.isOption());
        return found.containsValue(Column.STEM) && more ? Optional.of(found) : Optional.empty();
    }

    /** The second line of a head whose first says 「选项」 over 「A」, 「B」, 「C」: at least two options and nothing else. */
    public static Optional<Map<Integer, Column>> lettersBelow(Map<Integer, String> cells) {
        Map<Integer, Column> found = new TreeMap<>();
        cells.forEach(
                (place, text) -> column(text).filter(Column::isOption).ifPresent(column -> found.put(place, column)));
        return found.size() > 1 && found.size() == cells.size() ? Optional.of(found) : Optional.empty();
    }

    /** One heading for all options may stand over several columns, the others without a heading. */
    private static void spread(Map<Integer, String> cells, Map<Integer, Column> found) {
        if (found.containsValue(Column.OPTION_A)) {
            return;
        }
        cells.forEach((place, text) -> {
            if (OPTIONS.contains(" " + bare(text) + " ") && !found.containsValue(Column.OPTION_A)) {
                int last = cells.keySet().stream().mapToInt(i -> i).max().orElse(place);
                found.put(place, Column.OPTION_A);
                for (int i = 1; i < Column.MOST_OPTIONS && place + i <= last && !cells.containsKey(place + i); i++) {
                    found.put(place + i, Column.option(i));
                }
            }
        });
    }

    static Optional<Column> column(String heading) {
        String name = bare(heading);
        Column known = BY_NAME.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher lettered = OPTION.matcher(name);
        if (lettered.matches()) {
            return Optional.of(Column.option(lettered.group(1).charAt(0) - 'a'));
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            char digit = numbered.group(1).charAt(0);
            return Optional.of(Column.option(digit <= '8' ? digit - '1' : NUMERALS.indexOf(digit)));
        }
        return Optional.empty();
    }

    /** Without remarks in brackets, stars and colons. */
    private static String bare(String heading) {
        return Plain.of(heading).replaceAll("\\(.*?\\)|\\[.*?]|【.*?】|[*:_\"“”]", "");
    }
}
