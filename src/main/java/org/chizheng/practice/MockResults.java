package org.chizheng.practice;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.SubjectView;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.practice.rule.MockScore;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;
import org.chizheng.regulation.rule.TheoryPlan;

/** How ended mock papers went. Kept with the practice, and nowhere near a score. */
@ApplicationScoped
class MockResults {
    private static final String ENDED = """
            SELECT r.id, r.ended_at, cardinality(r.points) total, (SELECT sum(p) FROM unnest(r.points) p) most,
                   count(a.place) FILTER (WHERE a.correct) right_now, COALESCE(sum(r.points[a.place]) FILTER (WHERE a.correct), 0) reached
            FROM practice_round r LEFT JOIN practice_answer a ON a.round_id = r.id
            WHERE r.id = ANY (SELECT id FROM practice_round WHERE person_id = ? AND subject = ? AND kind = 'MOCK' AND chapter = ''
                              AND ended_at IS NOT NULL ORDER BY id DESC LIMIT ?)
            GROUP BY r.id ORDER BY r.id DESC""";
    private final Sql sql;
    private final Rounds rounds;
    private final Policies policies;
    private final OfficialClock clock;

    MockResults(Sql sql, Rounds rounds, Policies policies, OfficialClock clock) {
        this.sql = sql;
        this.rounds = rounds;
        this.policies = policies;
        this.clock = clock;
    }

    List<MockLine> ended(UUID person, String subject, int most) {
        return sql.list(
                ENDED,
                row -> new MockLine(
                        row.getObject("id", UUID.class),
                        Sql.instant(row, "ended_at"),
                        row.getInt("right_now"),
                        row.getInt("total"),
                        row.getInt("reached"),
                        row.getInt("most")),
                person,
                subject,
                most);
    }

    /** Of items that are still published; the cut is that of the policy in force today. */
    MockResultView of(Sheet sheet, SubjectView subject) {
        Round round = sheet.round();
        PolicyTerms policy = policies.inForce(subject.qualification(), clock.today());
        int examPoints = TheoryPlan.parse(policy.text(PolicyTerm.THEORY_PLAN)).totalPoints();
        Map<Integer, Rounds.Given> answers = rounds.answers(round.id());
        List<Integer> places = sheet.places();
        List<PlaceView> shown = places.stream()
                .map(place -> new PlaceView(place, places.indexOf(place) + 1, isRight(answers.get(place)), false))
                .toList();
        MockScore score = MockScore.of(shown.stream()
                .map(place -> new MockScore.Item(
                        sheet.item(place.place()).orElseThrow().revision().chapter(),
                        round.points().get(place.place() - 1),
                        place.done()))
                .toList());
        return new MockResultView(
                round.id(),
                round.endedAt(),
                !round.endedAt().isBefore(round.deadline()),
                score,
                score.scaled(examPoints),
                examPoints,
                policy.theoryCut(),
                score.reaches(policy.theoryCut(), examPoints),
                (int) places.stream()
                        .filter(place -> !answers.containsKey(place))
                        .count(),
                shown);
    }

    private static boolean isRight(Rounds.Given given) {
        return given != null && given.correct();
    }
}
