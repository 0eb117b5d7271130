package org.chizheng.calibration;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.rule.RestScores;
import org.chizheng.calibration.rule.Tally;
import org.chizheng.calibration.rule.Tally.Answer;
import org.chizheng.calibration.rule.Tally.ScoreSums;
import org.chizheng.common.Sql;

/** The stored sums. */
@ApplicationScoped
class Tallies {
    private static final String SELECT = """
            SELECT t.* FROM answer_tally t JOIN counted_item c ON c.number = t.item""";
    private static final String ADD = """
            INSERT INTO answer_tally AS t (item, chosen, times, rest_sum, rest_squares, bins) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (item, chosen) DO UPDATE SET times = t.times + EXCLUDED.times, rest_sum = t.rest_sum + EXCLUDED.rest_sum,
              rest_squares = t.rest_squares + EXCLUDED.rest_squares,
              bins = ARRAY(SELECT old + more FROM unnest(t.bins, EXCLUDED.bins) WITH ORDINALITY AS b (old, more, bin) ORDER BY bin)""";
    private static final String ADD_SCORES = """
            INSERT INTO score_tally AS t (subject, shown, candidates, squares) VALUES (?, ?, ?, ?)
            ON CONFLICT (subject, shown) DO UPDATE SET candidates = t.candidates + EXCLUDED.candidates, squares = t.squares + EXCLUDED.squares""";
    private final Sql sql;

    Tallies(Sql sql) {
        this.sql = sql;
    }

    /** All of a subject. */
    Tally of(String subject) {
        Tally tally = new Tally();
        sql.list(SELECT + " WHERE c.subject = ?", row -> keep(tally, row), subject);
        sql.list(
                "SELECT * FROM score_tally WHERE subject = ?",
                row -> {
                    ScoreSums sums = new ScoreSums(row.getLong("candidates"), row.getLong("squares"));
                    tally.keep(row.getInt("shown"), sums);
                    return sums;
                },
                subject);
        return tally;
    }

    /** Of some revisions, by their numbers; without scores. */
    Tally of(Collection<Integer> numbers) {
        Tally tally = new Tally();
        sql.list(SELECT + " WHERE t.item = ANY (?)", row -> keep(tally, row), (Object) numbers.toArray(Integer[]::new));
        return tally;
    }

    private static Answer keep(Tally tally, ResultSet row) throws SQLException {
        Answer answer = new Answer(row.getInt("item"), row.getInt("chosen"));
        Array bins = row.getArray("bins");
        Integer[] stored = (Integer[]) bins.getArray();
        long[] histogram = new long[stored.length];
        for (int bin = 0; bin < stored.length; bin++) {
            histogram[bin] = stored[bin];
        }
        tally.keep(
                answer,
                RestScores.kept(row.getLong("times"), row.getLong("rest_sum"), row.getLong("rest_squares"), histogram));
        return answer;
    }

    /** Adds to what is stored, in the acting transaction; always in the same order, so that two replicas never wait for each other in a ring. */
    void add(String subject, Tally more) {
        List<Object[]> rows = new ArrayList<>();
        more.answers()
                .forEach((answer, sums) -> rows.add(new Object[] {
                    answer.item(), answer.chosen(), sums.times(), sums.sum(), sums.squares(), bins(sums.histogram())
                }));
        sql.batch(ADD, rows);
        List<Object[]> scores = new ArrayList<>();
        more.scores()
                .forEach((shown, sums) -> scores.add(new Object[] {subject, shown, sums.candidates(), sums.squares()}));
        sql.batch(ADD_SCORES, scores);
    }

    private static int[] bins(long[] histogram) {
        int[] bins = new int[histogram.length];
        for (int bin = 0; bin < bins.length; bin++) {
            bins[bin] = Math.toIntExact(histogram[bin]);
        }
        return bins;
    }
}
