package org.chizheng.certificate.life;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.exchange.sheet.PlainTable;
import org.chizheng.people.Registering;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Departments;

/** What the rows of a file of other authorities' certificates mean, and what is wrong with each. Columns by their Chinese or English heads. */
@ApplicationScoped
public class ForeignRows {
    private static final int LONGEST = 100;

    static final PlainTable TABLE = new PlainTable(heads());
    private final Qualifications qualifications;
    private final Departments departments;
    private final Registering registering;

    public ForeignRows(Qualifications qualifications, Departments departments, Registering registering) {
        this.qualifications = qualifications;
        this.departments = departments;
        this.registering = registering;
    }

    private static Map<String, List<String>> heads() {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        heads.put("name", List.of("姓名", "name"));
        heads.put("id_number", List.of("证件号码", "身份证号", "身份证号码", "id number"));
        heads.put("qualification", List.of("资格项目", "qualification"));
        heads.put("department", List.of("主管部门", "department"));
        heads.put("issuer", List.of("发证机关", "issuer"));
        heads.put("number", List.of("证书编号", "certificate number"));
        heads.put("valid_from", List.of("有效期起", "valid from"));
        heads.put("valid_to", List.of("有效期止", "valid to"));
        return heads;
    }

    /** A row that can be recorded. */
    record Good(
            String name,
            String idNumber,
            String qualification,
            String department,
            String issuer,
            String number,
            LocalDate from,
            LocalDate to) {}

    /**
     * What is wrong with a row.
     *
     * @param column its name, for the message life_foreign_COLUMN
     * @param refused by people's rules, else null: the cell is missing, unknown or not in its form
     */
    public record Fault(int row, String column, Refused refused) {}

    /** Nothing is stored here: people are only looked up. @param faults grows by what is wrong */
    Optional<Good> read(PlainTable.Line line, List<Fault> faults) {
        List<Fault> own = new ArrayList<>();
        line.formulas().forEach(column -> own.add(new Fault(line.number(), column, null)));
        for (String column : List.of("issuer", "number")) {
            String text = line.text(column);
            if (text.isEmpty() || text.length() > LONGEST) {
                own.add(new Fault(line.number(), column, null));
            }
        }
        String qualification = qualifications
                .named(line.text("qualification"))
                .map(QualificationView::code)
                .orElse(null);
        String department = departments
                .find(line.text("department"))
                .map(Departments.Department::code)
                .orElse(null);
        LocalDate from = date(line.text("valid_from"));
        LocalDate to = date(line.text("valid_to"));
        missing(line, "qualification", qualification, own);
        missing(line, "department", department, own);
        missing(line, "valid_from", from, own);
        missing(line, "valid_to", from != null && to != null && to.isBefore(from) ? null : to, own);
        try {
            registering.check(line.text("name"), line.text("id_number"));
        } catch (Refused refused) {
            String column = refused.reason().name().startsWith("NAME") ? "name" : "id_number";
            own.add(new Fault(line.number(), column, refused));
        }
        faults.addAll(own);
        return own.isEmpty()
                ? Optional.of(new Good(
                        line.text("name"),
                        line.text("id_number"),
                        qualification,
                        department,
                        line.text("issuer"),
                        line.text("number"),
                        from,
                        to))
                : Optional.empty();
    }

    private static void missing(PlainTable.Line line, String column, Object value, List<Fault> faults) {
        if (value == null) {
            faults.add(new Fault(line.number(), column, null));
        }
    }

    /** 2026-06-01, 2026/6/1 or 2026年6月1日. */
    private static LocalDate date(String text) {
        String[] parts = text.replaceAll("[年月/.]", "-").replaceAll("日$", "").split("-");
        try {
            return parts.length == 3
                    ? LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                    : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
