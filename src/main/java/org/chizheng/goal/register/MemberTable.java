package org.chizheng.goal.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

/** Lists of a register's members: the empty one, what is read from a filled one, and the same with what is wrong beside each row. Heads are the template's own words in either language. */
@ApplicationScoped
public class MemberTable {
    private static final List<String> NEEDED = List.of("name", "id_number", "region", "organisation", "title", "since");
    private static final List<String> DAYS = List.of("since", "practice_from", "certified_until", "achieved_on");

    /** A row as it was written; not readable when a cell is a formula or too long. */
    record Row(int number, MemberForm form, boolean readable) {}

    /** The columns of a register in the order of its list. */
    static List<String> columns(Register register) {
        return Stream.concat(NEEDED.stream(), register.asked().stream()).toList();
    }

    private static PlainTable table(Register register) {
        return new PlainTable(heads(NEEDED), heads(register.asked()));
    }

    private static Map<String, List<String>> heads(List<String> columns) {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        columns.forEach(column -> heads.put(column, List.of(head("zh", column), head("en", column))));
        return heads;
    }

    static String head(String lang, String column) {
        return Messages.get(lang, "register_" + column);
    }

    List<Row> read(Register register, Path file, boolean excel) throws UnreadableFile {
        List<Row> rows = new ArrayList<>();
        for (PlainTable.Line line : table(register).read(file, excel)) {
            boolean readable = line.formulas().stream()
                    .allMatch(column -> DAYS.contains(column) && line.dates().contains(column));
            rows.add(new Row(line.number(), form(line), readable));
        }
        return rows;
    }

    private static MemberForm form(PlainTable.Line line) {
        return new MemberForm(
                line.text("name"),
                line.text("id_number"),
                line.text("region"),
                line.text("organisation"),
                line.text("title"),
                day(line, "since"),
                line.text("degree"),
                line.text("related"),
                day(line, "practice_from"),
                line.text("certificate"),
                day(line, "certified_until"),
                day(line, "achieved_on"));
    }

    /** As the form writes it; what is no day stays as it is and is refused by its name. */
    private static String day(PlainTable.Line line, String column) {
        String text = line.text(column);
        return DayText.parse(text, line.dates().contains(column))
                .map(LocalDate::toString)
                .orElse(text);
    }

    /** The same file with what is wrong beside its rows. */
    byte[] marked(Register register, Path file, boolean excel, Map<Integer, Refused> faults, String lang)
            throws IOException, UnreadableFile {
        Map<Integer, PlainTable.Beside> besides = new HashMap<>();
        faults.forEach((row, refused) -> besides.put(
                row,
                new PlainTable.Beside(
                        Note.Kind.REFUSED,
                        List.of(Messages.get(lang, refused.reason().messageKey(), refused.arguments())))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table(register).answer(file, excel, List.of(head(lang, "fault")), besides, out);
        return out.toByteArray();
    }

    byte[] template(Register register, String lang) {
        return ListBook.of(
                Messages.get(lang, "register_" + register),
                columns(register).stream().map(column -> head(lang, column)).toList(),
                List.of());
    }
}
