package org.chizheng.training.schedule;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable;
import org.chizheng.training.rule.DayText;

/** Lists of planned classes, Excel or CSV. */
@ApplicationScoped
class ScheduleTable {
    private static final List<String> DAYS = List.of("starts_on", "ends_on");
    private static final PlainTable TABLE =
            new PlainTable(needed(), Map.of("region", List.of("区县", "开班地点", "county", "region")));

    /** A row as it was written; not readable when a cell is a formula or too long. */
    record Row(int number, ClassForm form, boolean readable) {}

    private static Map<String, List<String>> needed() {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        heads.put("qualification", List.of("资格项目", "操作项目", "作业项目", "培训项目", "qualification"));
        heads.put("kind", List.of("培训类型", "培训类别", "kind", "kind of training"));
        heads.put("starts_on", List.of("开始日期", "开班日期", "starts on", "from"));
        heads.put("ends_on", List.of("结束日期", "结业日期", "ends on", "to"));
        heads.put("hours", List.of("学时", "每人学时", "课时", "hours", "hours each"));
        heads.put("places", List.of("名额", "计划人数", "人数", "places"));
        return heads;
    }

    List<Row> read(Path file, boolean excel) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        for (PlainTable.Line line : TABLE.read(file, excel)) {
            boolean readable = line.formulas().stream()
                    .allMatch(column -> DAYS.contains(column) && line.dates().contains(column));
            rows.add(new Row(
                    line.number(),
                    new ClassForm(
                            line.text("region"),
                            line.text("qualification"),
                            line.text("kind"),
                            day(line, "starts_on"),
                            day(line, "ends_on"),
                            whole(line.text("hours")),
                            whole(line.text("places"))),
                    readable));
        }
        return rows;
    }

    private static LocalDate day(PlainTable.Line line, String column) {
        return DayText.parse(line.text(column), line.dates().contains(column)).orElse(null);
    }

    static Integer whole(String text) {
        String tidy = text.strip();
        return tidy.matches("\\d{1,5}") ? Integer.valueOf(tidy) : null;
    }

    /** An empty list with the heads that the reader knows, in a language. */
    byte[] template(String lang) {
        List<String> columns = Stream.of("region", "qualification", "kind", "starts_on", "ends_on", "hours", "places")
                .map(column -> Messages.get(lang, "schedule_" + column))
                .toList();
        return new ListBook()
                .sheet(Messages.get(lang, "schedule_title"), columns, List.of())
                .bytes();
    }
}
