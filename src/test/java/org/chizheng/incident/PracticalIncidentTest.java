package org.chizheng.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chizheng.PracticalDay.LOW;
import static org.chizheng.PracticalDay.marked;

import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.practical.Drawing;
import org.chizheng.practical.PracticalResultView;
import org.chizheng.practical.PracticalResults;
import org.chizheng.practical.ReleasingPracticals;
import org.chizheng.practical.RemarkingPracticals;
import org.chizheng.record.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody cheats in a practical: two sign, the candidate is told, the authority decides, and the result follows, before and after it was judged. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PracticalIncidentTest {
    @Inject
    PracticalDay days;

    @Inject
    Drawing drawing;

    @Inject
    PracticalResults results;

    @Inject
    ReleasingPracticals releasing;

    @Inject
    RemarkingPracticals remarking;

    @Inject
    Incidents incidents;

    @Inject
    Standing standing;

    @Inject
    Told told;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    private PracticalDay.Day day;
    private Workplace.Someone someone;
    private UUID candidate;
    private RequestSpecification one;
    private RequestSpecification other;

    @BeforeEach
    void aCandidateUnderWay() {
        day = days.today(1);
        someone = days.passedTheory(clock.today());
        candidate = days.admit(day, someone);
        drawing.checkIn(candidate, day.station(), "test");
        one = days.assessor(day);
        other = days.assessor(day);
        PracticalDay.start(candidate, one, other);
    }

    private void judged() {
        marked(one, candidate, 4, false);
        marked(other, candidate, 6, false);
    }

    private PracticalResultView result() {
        return results.ofCandidate(candidate).orElseThrow();
    }

    private int verdicts(boolean passed) {
        return standing.practicals(someone.id(), LOW, clock.today(), passed);
    }

    @Test
    void aReleasedResultIsZeroedKeepsToItWhenItIsCountedAgainAndComesBackOnAppeal() {
        judged();
        releasing.release(day.id(), "account:officer");
        assertThat(verdicts(true)).isEqualTo(1);
        UUID incident = told.decidedInPractical(day.id(), candidate, "COPYING", new Sanction(Measure.ZERO, false));
        assertThat(result().points()).isEqualByComparingTo("0");
        assertThat(result().passed()).isFalse();
        assertThat(verdicts(true)).isZero();
        assertThat(verdicts(false)).isEqualTo(1);
        assertThat(remarking.of(result().id()).orElseThrow().differs())
                .as("a recheck keeps to the decision")
                .isFalse();
        told.appealed(incident, Measure.NONE);
        assertThat(result().points()).isEqualByComparingTo("95");
        assertThat(result().passed()).isTrue();
        assertThat(verdicts(true)).isEqualTo(1);
        assertThat(verdicts(false)).isZero();
        assertThat(results.changes(result().id())).hasSize(2);
    }

    @Test
    void whatAnUndecidedBreachMayTakeAwayIsWithheld() {
        judged();
        UUID incident = told.informedInPractical(day.id(), candidate, "DEVICE");
        RequestSpecification officer = Entrance.within("320102", Roles.CERTIFICATE_OFFICER, accounting);
        assertThat(given(officer).get("/practicals/" + day.id() + "?lang=zh").asString())
                .contains("1 份成绩涉及违规");
        assertThatThrownBy(() -> releasing.release(day.id(), "account:officer")).hasMessageContaining("ALL_WITHHELD");
        assertThat(verdicts(true)).isZero();
        told.decided(incident, new Sanction(Measure.NONE, false));
        assertThat(releasing.release(day.id(), "account:officer")).isEqualTo(1);
        assertThat(verdicts(true)).isEqualTo(1);
    }

    @Test
    void whatIsDecidedBeforeTheMarksAreThereIsJudgedSoFromTheStart() {
        UUID incident = told.decidedInPractical(day.id(), candidate, "DEVICE", new Sanction(Measure.REMOVAL, false));
        judged();
        assertThat(result().points()).isEqualByComparingTo("0");
        assertThat(result().passed()).isFalse();
        told.appealed(incident, Measure.NONE);
        assertThat(result().points()).as("not released yet").isEqualByComparingTo("95");
        releasing.release(day.id(), "account:officer");
        assertThat(verdicts(true)).isEqualTo(1);
    }

    @Test
    void ofTwoDecisionsTheOtherStandsWhenOneFalls() {
        judged();
        UUID first = told.decidedInPractical(day.id(), candidate, "COPYING", new Sanction(Measure.ZERO, false));
        told.decidedInPractical(day.id(), candidate, "DEVICE", new Sanction(Measure.ZERO, false));
        told.appealed(first, Measure.NONE);
        assertThat(result().points()).isEqualByComparingTo("0");
    }

    @Test
    void byTheDoorsOfAssessorsAuthorityAndCandidate() {
        judged();
        String list = "/practicals/" + day.id() + "/incidents";
        RequestSpecification assessor = assessor(day.centre());
        assertThat(given(assessor).get(list + "?lang=zh").asString()).contains("整个实操场次", "1号工位 · 测试工人");
        assertThat(report(assessor, list, "", "考生查看手机").statusCode())
                .as("a breach names somebody")
                .isEqualTo(400);
        Response reported = report(assessor, list, candidate.toString(), "考生查看手机");
        assertThat(reported.statusCode()).isEqualTo(303);
        String page = reported.header("Location").replaceFirst("https?://[^/]+", "");
        RequestSpecification stranger = assessor(days.today(1).centre());
        assertThat(given(stranger).get(page).statusCode()).isEqualTo(404);
        assertThat(Entrance.post(assessor, page, page + "/sign").statusCode()).isEqualTo(303);
        assertThat(Entrance.post(assessor(day.centre()), page, page + "/sign").statusCode())
                .isEqualTo(303);
        Response informed = Entrance.post(
                assessor, page, page + "/notice", "toldAt", told.now(), "how", "IN_PERSON", "signature", "SIGNED");
        assertThat(informed.statusCode()).isEqualTo(303);
        RequestSpecification authority = Entrance.within("320102", Roles.REGULATOR, accounting);
        for (String lang : new String[] {"zh", "en"}) {
            assertThat(given(authority).get(page + "?lang=" + lang).asString())
                    .contains("name=\"whole\"")
                    .doesNotContain("??");
        }
        assertThat(decide(authority, page, "NONE").statusCode())
                .as("the whole examination is reached only by what zeroes")
                .isEqualTo(400);
        assertThat(decide(authority, page, "ZERO").statusCode()).isEqualTo(303);
        assertThat(result().passed()).isFalse();
        RequestSpecification own = Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), someone.id(), accounting);
        assertThat(given(own).get("/my/incidents?lang=zh").asString()).contains("实操考试", "整个考试（理论和实操）");
        UUID incident = incidents.ofPractical(day.id()).get(0).id();
        assertThat(Entrance.post(
                                own, "/my/incidents", "/my/incidents/" + incident + "/appeal", "grounds", "手机在包里，没有拿出来")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(assessor).get(list + "/list.xlsx").statusCode()).isEqualTo(200);
    }

    private RequestSpecification assessor(UUID centre) {
        return Entrance.as(new Grant(Roles.ASSESSOR, null, centre, null), null, accounting);
    }

    private Response report(RequestSpecification who, String list, String candidate, String account) {
        return Entrance.post(
                who,
                list,
                list,
                "what",
                "DEVICE",
                "candidate",
                candidate,
                "happenedAt",
                told.now(),
                "account",
                account);
    }

    private static Response decide(RequestSpecification authority, String page, String effect) {
        return Entrance.post(
                authority, page, page + "/decision", "effect", effect, "whole", "true", "reasons", "监控与手机记录一致");
    }
}
