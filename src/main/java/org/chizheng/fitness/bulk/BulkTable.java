package org.chizheng.fitness.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Messages;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable;
import org.chizheng.fitness.rule.FitReason;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Files of people and posts: read, and given back with the answers beside them. */
@ApplicationScoped
public class BulkTable {
    private static final PlainTable TABLE = new PlainTable(
            needed(), Map.of("post", postHeads(), "id_type", List.of("证件类型", "id type", "type of document")));
    private static final List<String> HEADINGS = List.of("fit", "reason", "certificate", "valid_to", "holds");
    private final Qualifications qualifications;

    public BulkTable(Qualifications qualifications) {
        this.qualifications = qualifications;
    }

    private static Map<String, List<String>> needed() {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        heads.put("name", List.of("姓名", "人员姓名", "员工姓名", "持证人", "name", "full name", "employee", "employee name"));
        heads.put(
                "id_number",
                List.of(
                        "证件号码",
                        "证件号",
                        "身份证",
                        "身份证号",
                        "身份证号码",
                        "公民身份号码",
                        "居民身份证号码",
                        "id number",
                        "id no",
                        "id no.",
                        "id",
                        "identity number"));
        heads.put(
                "qualification",
                List.of("资格项目", "应持证书", "操作项目", "作业项目", "证书项目", "工种", "准操项目", "qualification", "certificate required"));
        return heads;
    }

    private static List<String> postHeads() {
        return List.of("岗位", "岗位名称", "工作岗位", "post", "post title", "position", "job");
    }

    List<AskedRow> read(Path file, boolean excel) throws UnreadableFile {
        List<AskedRow> rows = new ArrayList<>();
        for (PlainTable.Line line : TABLE.read(file, excel)) {
            rows.add(AskedRow.of(
                            line.number(),
                            line.text("name"),
                            line.text("id_number"),
                            line.text("qualification"),
                            line.text("post"),
                            line.formulas().isEmpty())
                    .withIdType(line.text("id_type")));
        }
        return rows;
    }

    /** The same file with the columns of the answers, in a language. */
    byte[] answered(Path file, boolean excel, List<AnsweredRow> rows, String lang) throws IOException, UnreadableFile {
        Map<Integer, PlainTable.Beside> besides = new HashMap<>();
        rows.forEach(row -> besides.put(row.number(), beside(row, lang)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> headings = HEADINGS.stream()
                .map(heading -> Messages.get(lang, "bulk_column_" + heading))
                .toList();
        TABLE.answer(file, excel, headings, besides, out);
        return out.toByteArray();
    }

    private PlainTable.Beside beside(AnsweredRow row, String lang) {
        Note.Kind worst = switch (row.reason().fit()) {
            case YES -> null;
            case EXPIRING -> Note.Kind.CHANGED;
            case NO -> Note.Kind.REFUSED;
        };
        return new PlainTable.Beside(
                worst,
                List.of(
                        Messages.get(lang, "bulk_fit_" + row.reason().fit()),
                        Messages.get(lang, "bulk_reason_" + row.reason()),
                        certificate(row, lang),
                        shown(row.validTo()),
                        holds(row, lang)));
    }

    private static String certificate(AnsweredRow row, String lang) {
        return row.otherAuthority()
                ? Messages.get(lang, "bulk_other_authority")
                : row.certificate() == null ? "" : row.certificate();
    }

    private static String shown(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String holds(AnsweredRow row, String lang) {
        return row.holds().stream()
                .map(code -> name(qualifications.get(code), lang))
                .collect(Collectors.joining("; "));
    }

    private static String name(QualificationView qualification, String lang) {
        return "en".equals(lang) ? qualification.en() : qualification.zh();
    }

    /** Whether a reason exists by that name. */
    static boolean isReason(String name) {
        return name != null
                && List.of(FitReason.values()).stream()
                        .anyMatch(reason -> reason.name().equals(name));
    }
}
