package org.chizheng.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable;
import org.chizheng.training.rule.DayText;

/** Lists of trainings, Excel or CSV: read, and given back with what is wrong beside each row. */
@ApplicationScoped
public class TrainingTable {
    private static final List<String> YES = List.of("合格", "通过", "是", "yes", "passed", "pass", "true", "");
    private static final List<String> NO = List.of("不合格", "未通过", "否", "no", "failed", "fail", "false");
    private static final List<String> DAYS = List.of("started_on", "ended_on");
    private static final PlainTable TABLE = new PlainTable(needed(), optional());

    /** A row as it was written; not readable when a cell is a formula or too long. */
    record Row(int number, TrainingForm form, boolean readable) {}

    private static Map<String, List<String>> needed() {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        heads.put("name", List.of("姓名", "学员姓名", "name"));
        heads.put("id_number", List.of("证件号码", "身份证号", "身份证号码", "公民身份号码", "id number", "identity number"));
        heads.put("qualification", List.of("资格项目", "操作项目", "作业项目", "培训项目", "qualification"));
        heads.put("kind", List.of("培训类型", "培训类别", "kind", "kind of training"));
        heads.put("hours", List.of("学时", "课时", "hours"));
        heads.put("started_on", List.of("开始日期", "培训开始", "started on", "from"));
        heads.put("ended_on", List.of("结束日期", "培训结束", "ended on", "to"));
        heads.put("content", List.of("培训内容", "内容", "content"));
        return heads;
    }

    private static Map<String, List<String>> optional() {
        return Map.of(
                "passed", List.of("考核结果", "结果", "是否合格", "passed", "result"),
                "trainer", List.of("教师", "培训教师", "授课教师", "trainer"),
                "enterprise", List.of("企业信用代码", "统一社会信用代码", "单位信用代码", "enterprise credit code"));
    }

    List<Row> read(Path file, boolean excel) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        for (PlainTable.Line line : TABLE.read(file, excel)) {
            boolean readable = line.formulas().stream()
                    .allMatch(column -> DAYS.contains(column) && line.dates().contains(column));
            rows.add(new Row(line.number(), form(line), readable));
        }
        return rows;
    }

    private static TrainingForm form(PlainTable.Line line) {
        String passed = line.text("passed").strip().toLowerCase(Locale.ROOT);
        String hours = line.text("hours").strip();
        return new TrainingForm(
                line.text("name"),
                line.text("id_number"),
                line.text("qualification"),
                line.text("kind"),
                hours.matches("\\d{1,4}") ? Integer.valueOf(hours) : null,
                day(line, "started_on"),
                day(line, "ended_on"),
                line.text("content"),
                YES.contains(passed) ? Boolean.TRUE : NO.contains(passed) ? Boolean.FALSE : null,
                line.text("trainer"),
                line.text("enterprise"));
    }

    private static LocalDate day(PlainTable.Line line, String column) {
        return DayText.parse(line.text(column), line.dates().contains(column)).orElse(null);
    }

    /** The same file with what is wrong beside its rows. */
    byte[] marked(Path file, boolean excel, Map<Integer, Refused> faults, String lang)
            throws IOException, UnreadableFile {
        Map<Integer, PlainTable.Beside> besides = new HashMap<>();
        faults.forEach((row, refused) ->
                besides.put(row, new PlainTable.Beside(Note.Kind.REFUSED, List.of(words(refused, lang)))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TABLE.answer(file, excel, List.of(Messages.get(lang, "training_column_fault")), besides, out);
        return out.toByteArray();
    }

    static String words(Refused refused, String lang) {
        return Messages.get(lang, refused.reason().messageKey(), refused.arguments());
    }

    /** An empty list with the heads that the reader knows, in a language. */
    byte[] template(String lang) {
        List<String> columns = Stream.of(
                        "name",
                        "id_number",
                        "qualification",
                        "kind",
                        "hours",
                        "started_on",
                        "ended_on",
                        "content",
                        "passed",
                        "trainer",
                        "enterprise")
                .map(column -> Messages.get(lang, "training_column_" + column))
                .toList();
        return new ListBook()
                .sheet(Messages.get(lang, "training_records"), columns, List.of())
                .bytes();
    }
}
