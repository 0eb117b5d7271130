package org.chizheng.goal.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.goal.GoalTerm;
import org.chizheng.goal.GoalTerms;

/** Members of the registers. What makes a member answer to the plan stands here and nowhere else. */
@ApplicationScoped
public class Members {
    /** A schooling of work safety and the practical experience; a valid certificate; the training passed. Wants a day, the months of practice, and the day twice again. */
    private static final String ANSWERS = """
            CASE m.register
                WHEN 'ENFORCEMENT' THEN m.related AND m.degree <> '' AND m.practice_from IS NOT NULL AND (m.practice_from + make_interval(months => ?::int))::date <= ?::date
                WHEN 'RESCUE' THEN m.certificate <> '' AND (m.certified_until IS NULL OR m.certified_until >= ?::date)
                ELSE m.achieved_on IS NOT NULL AND m.achieved_on <= ?::date
            END""";

    private static final String THERE =
            "m.known_until IS NULL AND m.since <= ?::date AND (m.until IS NULL OR m.until > ?::date)";
    private static final String LIST = "SELECT m.*, p.name, COALESCE(" + ANSWERS
            + ", false) answers FROM register_member m JOIN person p ON p.id = m.person_id"
            + " WHERE m.register = ? AND m.known_until IS NULL AND starts_with(m.region, ?) AND (? = '' OR strpos(p.name, ?) > 0 OR strpos(m.organisation, ?) > 0)"
            + " ORDER BY m.until IS NOT NULL, m.region, m.organisation, p.name, m.id LIMIT ?";
    private static final String ONE =
            "SELECT m.*, p.name, false answers FROM register_member m JOIN person p ON p.id = m.person_id WHERE m.known_until IS NULL AND ";
    private static final String COUNTS = "SELECT m.register, m.region, count(*) FILTER (WHERE " + ANSWERS
            + ") answers, count(*) FROM register_member m WHERE " + THERE + " GROUP BY 1, 2";
    private final Sql sql;
    private final GoalTerms terms;

    public Members(Sql sql, GoalTerms terms) {
        this.sql = sql;
        this.terms = terms;
    }

    /** Members of a region itself that are there, and how many of them answer. */
    public record Count(Register register, String region, long answers, long there) {}

    /** Of all registers as of a day: a row for each region that has members; the work grows with the registers, which hold some ten thousand people. */
    public List<Count> counts(LocalDate day) {
        return sql.list(
                COUNTS,
                row -> new Count(Register.valueOf(row.getString(1)), row.getString(2), row.getLong(3), row.getLong(4)),
                terms.on(day).number(GoalTerm.PRACTICE_MONTHS),
                day,
                day,
                day,
                day,
                day);
    }

    /** Within a region, those who are there before those who left. @param words part of a name or of an organisation, blank for all */
    List<Member> of(Register register, String region, String words, LocalDate day, int most) {
        return sql.list(
                LIST,
                Members::member,
                terms.on(day).number(GoalTerm.PRACTICE_MONTHS),
                day,
                day,
                day,
                register.name(),
                region,
                words,
                words,
                words,
                most);
    }

    Optional<Member> find(Register register, UUID id) {
        return sql.first(ONE + "m.id = ? AND m.register = ?", Members::member, id, register.name());
    }

    /** Who is there or will be, of those persons, one at most of each. */
    Optional<Member> there(Register register, UUID person) {
        return sql.first(
                ONE + "m.person_id = ? AND m.register = ? AND m.until IS NULL",
                Members::member,
                person,
                register.name());
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                new Facts(
                        row.getString("region"),
                        row.getString("organisation"),
                        row.getString("title"),
                        Sql.date(row, "since"),
                        row.getString("degree"),
                        row.getBoolean("related"),
                        Sql.date(row, "practice_from"),
                        row.getString("certificate"),
                        Sql.date(row, "certified_until"),
                        Sql.date(row, "achieved_on")),
                Sql.date(row, "until"),
                row.getBoolean("answers"));
    }
}
