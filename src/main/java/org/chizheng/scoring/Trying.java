package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Digests;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.scoring.rule.PassRule;
import org.chizheng.scoring.rule.Tally;

/** Works out what a regrade would do, by the cut that each result recorded; writes nothing. The work grows with the papers of the sessions that could draw the revision. */
@ApplicationScoped
class Trying {
    private static final int AT_ONCE = 500;
    private static final String CONCERNED = """
            SELECT s.id AS sitting, s.paper_id, b.subject, r.id, r.person_id, r.qualification, r.policy, r.raw, r.cut, r.passed, r.chapters, r.scored_at, r.released_at
            FROM paper_batch_pool p JOIN paper_batch t ON t.id = p.batch_id JOIN blueprint b ON b.id = t.blueprint_id
            JOIN exam_session e ON e.batch_id = p.batch_id AND NOT e.rehearsal JOIN sitting s ON s.session_id = e.id
            JOIN paper x ON x.id = s.paper_id AND p.ordinal = ANY (x.places) LEFT JOIN result r ON r.sitting_id = s.id
            WHERE p.revision_id = ? ORDER BY r.id""";
    private final Sql sql;
    private final Marking marking;

    Trying(Sql sql, Marking marking) {
        this.sql = sql;
        this.marking = marking;
    }

    /** A result that would move. */
    record Moved(
            UUID result,
            UUID person,
            String qualification,
            String policy,
            Instant scoredAt,
            Instant releasedAt,
            Tally.Move move,
            String oldChapters,
            String newChapters) {
        Moved with(Tally.Move other, String chapters) {
            return new Moved(result, person, qualification, policy, scoredAt, releasedAt, other, oldChapters, chapters);
        }

        boolean changesVerdict() {
            return move.oldPassed() != move.newPassed();
        }
    }

    /** digest: over every result concerned, so that it changes with any new result, release or regrade. */
    record Tried(List<Moved> moved, Tally tally, int unscored, String digest) {}

    private record Concerned(Marking.Sat sat, Moved as, int cut) {}

    /** @throws Refused STORED_SCORE_DIFFERS when a stored score is not what log, key and earlier corrections give */
    Tried outcome(UUID regrade, UUID revision) {
        List<Concerned> all = sql.list(CONCERNED, Trying::concerned, revision);
        List<Concerned> scored =
                all.stream().filter(one -> one.as().result() != null).toList();
        List<Moved> outcomes = new ArrayList<>();
        int differing = 0;
        for (int from = 0; from < scored.size(); from += AT_ONCE) {
            List<Concerned> some = scored.subList(from, Math.min(scored.size(), from + AT_ONCE));
            Map<UUID, Marking.Marked> marked =
                    marking.mark(some.stream().map(Concerned::sat).toList(), regrade);
            for (Concerned one : some) {
                Marking.Marked mark = marked.get(one.sat().sitting());
                differing += mark.before() == one.as().move().oldRaw() ? 0 : 1;
                outcomes.add(moved(one, mark));
            }
        }
        if (differing > 0) {
            throw new Refused(ScoringRefusal.STORED_SCORE_DIFFERS, differing);
        }
        Tally tally = Tally.of(outcomes.stream().map(Moved::move).toList());
        List<Moved> moved = outcomes.stream()
                .filter(one -> one.move().oldRaw() != one.move().newRaw())
                .toList();
        return new Tried(moved, tally, all.size() - scored.size(), digest(regrade, outcomes));
    }

    private static Moved moved(Concerned one, Marking.Marked mark) {
        Moved as = one.as();
        return as.with(
                new Tally.Move(
                        as.move().oldRaw(), mark.raw(), as.move().oldPassed(), PassRule.passes(mark.raw(), one.cut())),
                mark.chapters());
    }

    private static String digest(UUID regrade, List<Moved> outcomes) {
        List<Object> fields = new ArrayList<>(List.of(regrade));
        for (Moved one : outcomes) {
            fields.addAll(List.of(
                    one.result(),
                    String.valueOf(one.releasedAt()),
                    one.move().oldRaw(),
                    one.move().newRaw()));
        }
        return Digests.hex(fields.toArray());
    }

    private static Concerned concerned(ResultSet row) throws SQLException {
        Moved as = still(row);
        Marking.Sat sat = new Marking.Sat(
                row.getObject("sitting", UUID.class),
                row.getObject("paper_id", UUID.class),
                row.getString("subject"),
                as.releasedAt());
        return new Concerned(sat, as, row.getInt("cut"));
    }

    /** @param row with the columns of result; a result as it is, moved nowhere */
    static Moved still(ResultSet row) throws SQLException {
        Tally.Move still = new Tally.Move(
                row.getInt("raw"), row.getInt("raw"), row.getBoolean("passed"), row.getBoolean("passed"));
        String chapters = row.getString("chapters");
        return new Moved(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("qualification"),
                row.getString("policy"),
                Sql.instant(row, "scored_at"),
                Sql.instant(row, "released_at"),
                still,
                chapters,
                chapters);
    }
}
