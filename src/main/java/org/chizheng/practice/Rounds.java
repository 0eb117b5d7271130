package org.chizheng.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Rounds and what was answered in them. Each is found by its own person only. */
@ApplicationScoped
class Rounds {
    private static final String NEWEST = """
            SELECT * FROM practice_round WHERE person_id = ? AND subject = ? AND kind = ? AND chapter = ? ORDER BY id DESC LIMIT ?""";
    private static final String OPEN = """
            SELECT * FROM practice_round WHERE person_id = ? AND subject = ? AND ended_at IS NULL ORDER BY id DESC""";
    private final Sql sql;

    Rounds(Sql sql) {
        this.sql = sql;
    }

    Optional<Round> find(UUID id, UUID person) {
        return sql.first("SELECT * FROM practice_round WHERE id = ? AND person_id = ?", Rounds::round, id, person);
    }

    /** The newest rounds first. */
    List<Round> newest(UUID person, String subject, Round.Kind kind, String chapter, int most) {
        return sql.list(NEWEST, Rounds::round, person, subject, kind.name(), chapter, most);
    }

    /** All that were begun and not finished in a subject: at most one of each kind and chapter. */
    List<Round> open(UUID person, String subject) {
        return sql.list(OPEN, Rounds::round, person, subject);
    }

    /** A judged answer; chosen as in {@link org.chizheng.practice.rule.Marking}. */
    record Given(int place, int chosen, boolean correct) {}

    /** Judged answers by place. */
    Map<Integer, Given> answers(UUID round) {
        Map<Integer, Given> answers = new TreeMap<>();
        sql.list(
                        "SELECT place, chosen, correct FROM practice_answer WHERE round_id = ?",
                        row -> new Given(row.getInt(1), row.getInt(2), row.getBoolean(3)),
                        round)
                .forEach(given -> answers.put(given.place(), given));
        return answers;
    }

    /** Saved choices of a mock paper by place; a choice that was taken back is not among them. */
    Map<Integer, Integer> choices(UUID round) {
        Map<Integer, Integer> choices = new TreeMap<>();
        sql.list(
                "SELECT place, chosen FROM practice_choice WHERE round_id = ? AND chosen > 0",
                row -> choices.put(row.getInt(1), row.getInt(2)),
                round);
        return choices;
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                Round.Kind.valueOf(row.getString("kind")),
                row.getString("chapter"),
                row.getBytes("seed"),
                List.of((UUID[]) row.getArray("revisions").getArray()),
                List.of((Integer[]) row.getArray("points").getArray()),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "deadline"),
                Sql.instant(row, "ended_at"));
    }
}
