package org.chizheng.fitness.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable;
import org.chizheng.people.rule.IdType;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Departments;
import org.chizheng.workforce.rule.WorkerKind;

/** Rosters as Excel or CSV: the empty one, what is read from a filled one, and the same with the answers beside its rows. */
@ApplicationScoped
public class RosterTable {
    /** Rows of one file or one call. */
    public static final int MOST_ROWS = 100_000;

    /** Rows above and around the table. */
    private static final int ROOM = 100;

    /** Columns that a roster must have, in the order of the template. */
    static final List<String> NEEDED = List.of("name", "id_number", "post", "qualification", "from");

    static final List<String> OPTIONAL = List.of(
            "id_type", "until", "worker_kind", "part_time", "site", "department", "birth", "sex", "credit_code");
    private static final Map<String, List<String>> MORE_WORDS = Map.of(
            "name", List.of("人员姓名", "员工姓名", "full name", "employee"),
            "id_number", List.of("证件号", "身份证", "身份证号", "身份证号码", "公民身份号码", "id number", "id no."),
            "post", List.of("岗位名称", "工作岗位", "position", "job"),
            "qualification", List.of("资格项目", "操作项目", "作业项目", "工种", "certificate required"),
            "from", List.of("上岗日期", "入职日期", "since"),
            "until", List.of("离岗日期", "离职日期"),
            "credit_code", List.of("企业信用代码", "单位信用代码"));
    private static final PlainTable TABLE = new PlainTable(heads(NEEDED), heads(OPTIONAL)).upTo(MOST_ROWS + ROOM);
    private final Qualifications qualifications;
    private final Departments departments;

    public RosterTable(Qualifications qualifications, Departments departments) {
        this.qualifications = qualifications;
        this.departments = departments;
    }

    private static Map<String, List<String>> heads(List<String> columns) {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        columns.forEach(column -> heads.put(
                column,
                Stream.concat(
                                Stream.of(head("zh", column), head("en", column)),
                                MORE_WORDS.getOrDefault(column, List.of()).stream())
                        .toList()));
        return heads;
    }

    private static String head(String lang, String column) {
        return Messages.get(lang, "roster_column_" + column);
    }

    List<PlainTable.Line> read(Path file, boolean excel) throws UnreadableFile {
        return TABLE.read(file, excel);
    }

    byte[] answered(Path file, boolean excel, List<RosterAnswer> answers, String lang)
            throws IOException, UnreadableFile {
        Map<Integer, PlainTable.Beside> besides = new HashMap<>();
        for (RosterAnswer row : answers) {
            Note.Kind worst = switch (row.outcome()) {
                case FRESH, SAME -> null;
                case CHANGED -> Note.Kind.CHANGED;
                case REFUSED -> Note.Kind.REFUSED;
            };
            String outcome = Messages.get(lang, "roster_outcome_" + row.outcome());
            besides.put(row.number(), new PlainTable.Beside(worst, List.of(outcome, row.text(lang))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> headings = List.of(head(lang, "outcome"), head(lang, "reason"));
        TABLE.answer(file, excel, headings, besides, out);
        return out.toByteArray();
    }

    /** An empty roster, and a sheet of the words that may stand in it. */
    byte[] template(String lang) {
        boolean en = "en".equals(lang);
        List<List<String>> columns = List.of(
                qualifications.all().stream().map(q -> en ? q.en() : q.zh()).toList(),
                Stream.of(IdType.values())
                        .map(type -> Messages.get(lang, "people_id_type_" + type))
                        .toList(),
                Stream.of(WorkerKind.values())
                        .map(kind -> Messages.get(lang, "workforce_kind_" + kind))
                        .toList(),
                List.of(Messages.get(lang, "roster_full_time"), Messages.get(lang, "roster_part_time")),
                departments.all().stream().map(d -> en ? d.en() : d.zh()).toList());
        List<String> lists = Stream.of("qualification", "id_type", "worker_kind", "part_time", "department")
                .map(column -> head(lang, column))
                .toList();
        return new ListBook()
                .sheet(Messages.get(lang, "roster_sheet"), heads(lang), List.of())
                .sheet(Messages.get(lang, "roster_sheet_words"), lists, beside(columns))
                .bytes();
    }

    /** People at their posts, with the columns of the template; the day when somebody left is for the reader to fill in. */
    byte[] filled(List<StandingRoster.Standing> standing, String lang) {
        boolean en = "en".equals(lang);
        Map<String, String> named = new HashMap<>();
        qualifications.all().forEach(q -> named.put(q.code(), en ? q.en() : q.zh()));
        departments.all().forEach(d -> named.put(d.code(), en ? d.en() : d.zh()));
        List<List<String>> rows = standing.stream()
                .map(one -> Arrays.asList(
                        one.name(),
                        one.place().document().number(),
                        one.place().post(),
                        named.getOrDefault(one.qualification(), one.qualification()),
                        one.from().toString(),
                        Messages.get(
                                lang, "people_id_type_" + one.place().document().type()),
                        "",
                        Messages.get(lang, "workforce_kind_" + one.kind()),
                        Messages.get(lang, one.partTime() ? "roster_part_time" : "roster_full_time"),
                        one.site(),
                        named.getOrDefault(one.department(), one.department()),
                        "",
                        "",
                        one.creditCode()))
                .toList();
        return ListBook.of(Messages.get(lang, "roster_sheet"), heads(lang), rows);
    }

    private static List<String> heads(String lang) {
        return Stream.concat(NEEDED.stream(), OPTIONAL.stream())
                .map(column -> head(lang, column))
                .toList();
    }

    /** Columns of different lengths as rows. */
    private static List<List<String>> beside(List<List<String>> columns) {
        List<List<String>> rows = new ArrayList<>();
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            int row = i;
            rows.add(columns.stream()
                    .map(column -> row < column.size() ? column.get(row) : "")
                    .toList());
        }
        return rows;
    }
}
