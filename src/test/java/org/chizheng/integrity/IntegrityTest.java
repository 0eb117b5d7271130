package org.chizheng.integrity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.calibration.Counting;
import org.chizheng.calibration.MadeUpSittings;
import org.chizheng.calibration.MadeUpSittings.Sat;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.integrity.rule.Seating;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** A session with one who copied and one who knew the answers: the sweep finds both, calls nobody guilty, and people write down what they found out. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class IntegrityTest {
    @Inject
    MadeUpSittings madeUp;

    @Inject
    Counting counting;

    @Inject
    Examining examining;

    @Inject
    Findings findings;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private int number(String query, Object... parameters) {
        return sql.first(query, row -> row.getInt(1), parameters).orElseThrow();
    }

    /** @param place of the room's seats in the order of their labels, from 1 */
    private void seated(UUID sitting, int place) {
        sql.update(
                "UPDATE enrolment e SET checked_in_at = now(), paper_id = (SELECT p.id FROM paper p WHERE p.batch_id = (SELECT batch_id FROM paper WHERE id = s.paper_id) AND NOT EXISTS (SELECT FROM enrolment o WHERE o.paper_id = p.id) LIMIT 1), seat_id = (SELECT t.id FROM seat t JOIN exam_session x ON x.room_id = t.room_id WHERE x.id = e.session_id ORDER BY t.label OFFSET ? LIMIT 1) FROM sitting s WHERE s.id = ? AND e.id = s.enrolment_id",
                place - 1,
                sitting);
    }

    @Test
    void neighboursComeBeforeOthersThatAreAsMuchAlike() throws SQLException {
        String subject = madeUp.subject();
        UUID session = madeUp.session(4);
        List<UUID> sat = madeUp.sit(session, subject, 4, new Random(8)).stream()
                .map(Sat::sitting)
                .toList();
        sql.update(
                "INSERT INTO integrity_run (session_id, sittings, pairs, neighbours, timed, run_at) VALUES (?, 4, 276, 20, 4, ?)",
                session,
                clock.now());
        UUID apart = pair(session, sat.get(0), sat.get(1), 0.001, 4);
        UUID beside = pair(session, sat.get(2), sat.get(3), 0.002, 1);
        assertThat(findings.ofSession(session))
                .extracting(FindingView::id)
                .as("0.002 of 20 pairs of neighbours is less than 0.001 of all 276")
                .containsExactly(beside, apart);
        assertThat(findings.ofSession(session))
                .as("a seat makes nobody striking")
                .noneMatch(FindingView::striking);
    }

    private UUID pair(UUID session, UUID one, UUID other, double probability, int places) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO integrity_finding (id, session_id, kind, sitting_id, other_id, observed, probability, tests, chances, rows_apart, places_apart, moved) VALUES (?, ?, 'PAIR', ?, ?, 1, ?, 276, ?, 0, ?, false)",
                id,
                session,
                one,
                other,
                probability,
                new double[] {0.1, 0.1},
                places);
        return id;
    }

    private void examined(UUID session) {
        sql.update(
                "UPDATE exam_session SET started_at = ?, state = 'RUNNING' WHERE id = ?",
                clock.now().minusSeconds(10_000),
                session);
        assertThat(number("SELECT count(*) FROM integrity_pending WHERE session_id = ?", session))
                .as("it waits from its start on")
                .isEqualTo(1);
        while (number("SELECT count(*) FROM integrity_run WHERE session_id = ?", session) == 0) {
            counting.countWaiting();
            sql.update("UPDATE integrity_pending SET retry_at = '-infinity' WHERE session_id = ?", session);
            examining.examineWaiting();
        }
        assertThat(number("SELECT count(*) FROM integrity_pending WHERE session_id = ?", session))
                .isZero();
    }

    @Test
    void whatWasCopiedAndWhatWasKnownBeforeAreFoundAndTheRestIsNot() throws SQLException {
        String subject = madeUp.subject();
        madeUp.sit(madeUp.session(6), subject, 150, new Random(5));
        UUID session = madeUp.session(6);
        List<Sat> sat = madeUp.sit(session, subject, 24, new Random(11));
        UUID source = sat.get(0).sitting();
        UUID copier = sql.first(
                        "SELECT b.id FROM sitting a JOIN sitting b ON b.paper_id = a.paper_id AND b.session_id = a.session_id AND b.id <> a.id WHERE a.id = ?",
                        row -> row.getObject(1, UUID.class),
                        source)
                .orElseThrow();
        PostgresResource.asOwner(
                "UPDATE response_event b SET answer = a.answer FROM response_event a WHERE a.sitting_id = '%s' AND b.sitting_id = '%s' AND a.item = b.item AND b.item %% 10 < 9"
                        .formatted(source, copier));
        UUID hasty = sat.stream()
                .filter(one -> !one.sitting().equals(source) && !one.sitting().equals(copier))
                .max(Comparator.comparingLong(one -> one.answers().stream()
                        .filter(MadeUpSittings.Given::right)
                        .count()))
                .orElseThrow()
                .sitting();
        PostgresResource.asOwner(
                "UPDATE response_event r SET received_at = received_at + make_interval(secs => position * CASE s.id WHEN '%s' THEN 2 ELSE 30 END) FROM sitting s WHERE s.id = r.sitting_id AND s.session_id = '%s'"
                        .formatted(hasty, session));
        seated(source, 1);
        seated(copier, 2);
        examined(session);
        List<FindingView> found = findings.ofSession(session);
        List<FindingView> pairs = found.stream()
                .filter(one -> one.kind().equals("PAIR") && one.striking())
                .toList();
        assertThat(pairs).hasSize(1);
        FindingView pair = pairs.get(0);
        assertThat(number(
                        "SELECT count(*) FROM integrity_finding WHERE id = ? AND sitting_id IN (?, ?) AND other_id IN (?, ?)",
                        pair.id(),
                        source,
                        copier,
                        source,
                        copier))
                .isEqualTo(1);
        assertThat(pair.items()).isEqualTo(90);
        assertThat(pair.tests()).as("24 candidates").isEqualTo(276);
        assertThat(pair.seats().apart().relation()).isEqualTo(Seating.Relation.BESIDE);
        assertThat(pair.seats().neighbours()).as("nobody else has a seat").isEqualTo(1);
        assertThat(pair.seats().moved()).isFalse();
        assertThat(found.stream().filter(one -> one.kind().equals("FAST") && one.striking()))
                .singleElement()
                .satisfies(one -> assertThat(number(
                                "SELECT count(*) FROM integrity_finding WHERE id = ? AND sitting_id = ?",
                                one.id(),
                                hasty))
                        .isEqualTo(1));
        pages(session, pair);
    }

    private void pages(UUID session, FindingView pair) {
        RequestSpecification regulator = Entrance.within("3201", Roles.REGULATOR, accounting);
        RequestSpecification elsewhere = Entrance.within("3203", Roles.REGULATOR, accounting);
        String page = "/integrity/findings/" + pair.id();
        for (String lang : List.of("en", "zh")) {
            for (String path : List.of("/integrity", "/integrity/sessions/" + session, page, "/integrity/centres")) {
                assertThat(given(regulator).get(path + "?lang=" + lang).asString())
                        .as(path)
                        .doesNotContain("??")
                        .contains("zh".equals(lang) ? "这里是线索，不是结论" : "This is evidence, not a verdict");
            }
        }
        assertThat(given(regulator).get(page + "?lang=zh").asString())
                .contains("虚***", "van der Linden", "左右相邻", "只看相邻的")
                .doesNotContain("虚构考生");
        assertThat(given(regulator)
                        .get("/integrity/sessions/" + session + "/findings.xlsx")
                        .statusCode())
                .isEqualTo(200);
        given(elsewhere).get(page).then().statusCode(404);
        given(elsewhere).get("/integrity/sessions/" + session).then().statusCode(404);
        assertThat(given(elsewhere).get("/integrity").asString()).doesNotContain(session.toString());
        assertThat(Entrance.post(regulator, page, page + "/notes", "words", "看过录像")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Entrance.post(regulator, page, page + "/notes", "words", "看过录像，两人没有交谈")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(regulator).get(page + "?lang=zh").asString()).contains("两人没有交谈");
        UUID centre = findings.run(session).orElseThrow().centreId();
        String place = "/integrity/centres/" + centre;
        assertThat(Entrance.post(regulator, place, place + "/notes", "words", "考生集中来自一家企业")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(regulator).get(place + "?lang=zh").asString()).contains("集中来自一家企业");
        given(elsewhere).get(place).then().statusCode(404);
    }

    @Test
    void anOpenSessionWaitsAndARehearsalIsNeverLookedAt() throws SQLException {
        String subject = madeUp.subject();
        UUID session = madeUp.session(2);
        List<Sat> sat = madeUp.sit(session, subject, 2, new Random(3));
        PostgresResource.asOwner(
                "UPDATE sitting SET state = 'UNDER_WAY', closed_at = NULL, closed_by = NULL, deadline = now() + interval '1 hour' WHERE id = '%s'"
                        .formatted(sat.get(0).sitting()));
        sql.update("UPDATE exam_session SET started_at = ?, state = 'RUNNING' WHERE id = ?", clock.now(), session);
        sql.update("DELETE FROM integrity_pending WHERE session_id = ?", session);
        examining.examine(List.of(session));
        assertThat(number("SELECT count(*) FROM integrity_run WHERE session_id = ?", session))
                .isZero();
        assertThat(number("SELECT count(*) FROM integrity_pending WHERE session_id = ? AND retry_at > now()", session))
                .as("put back for later")
                .isEqualTo(1);
        UUID rehearsal = madeUp.session(2);
        sql.update("UPDATE exam_session SET rehearsal = true WHERE id = ?", rehearsal);
        sql.update("UPDATE exam_session SET started_at = ?, state = 'RUNNING' WHERE id = ?", clock.now(), rehearsal);
        assertThat(number("SELECT count(*) FROM integrity_pending WHERE session_id = ?", rehearsal))
                .isZero();
        PostgresResource.asOwner(
                "UPDATE sitting SET state = 'CLOSED', closed_at = now(), closed_by = 'CANDIDATE' WHERE id = '%s'"
                        .formatted(sat.get(0).sitting()));
    }
}
