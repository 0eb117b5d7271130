package org.chizheng.certificate.life;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.Certificates;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What officers do to a certificate through its doors, and what they may not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class LifeDoorsTest {
    private static final String PRINCIPAL = "principal-hazchem-production";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Certificates certificates;

    @Inject
    CertificateEvents events;

    @Inject
    Proposals proposals;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID certificate;
    private RequestSpecification officer;

    @BeforeEach
    void aCertificateAndAnOfficerOfItsCity() {
        certificate = certified.issue(workplace.someone(), PRINCIPAL);
        officer = officer("3201");
    }

    private RequestSpecification officer(String region) {
        return Entrance.within(region, Roles.CERTIFICATE_OFFICER, accounting);
    }

    private Response act(RequestSpecification door, String act, String ground, String... more) {
        String[] fields = {"act", act, "ground", ground, "reason", "测试情况", "document", "苏应急决〔2026〕1号", "effectiveOn", ""
        };
        for (int i = 0; i < more.length; i += 2) {
            fields[List.of(fields).indexOf(more[i]) + 1] = more[i + 1];
        }
        return Entrance.post(door, "/desk", "/certificates/" + certificate + "/acts", fields);
    }

    private String verified() {
        return given().get("/api/verify/"
                        + certificates.find(certificate).orElseThrow().code())
                .path("resultClass");
    }

    private List<String> kinds() {
        return events.told(certificate).stream()
                .map(CertificateEvents.Told::kind)
                .toList();
    }

    private UUID proposed() {
        return proposals.of(certificate).get(0).id();
    }

    private Response decide(RequestSpecification door, UUID proposal, String how) {
        return Entrance.post(door, "/desk", "/certificates/proposals/" + proposal + "/" + how, "reason", "不同意");
    }

    @Test
    void anActThatIsNotSevereIsDoneAtOnceWithItsArticleDocumentAndPolicy() {
        assertThat(act(officer, "SUSPEND", "DUTY_NEGLECTED").statusCode()).isEqualTo(303);
        assertThat(verified()).isEqualTo("SUSPENDED");
        CertificateEvents.Told told = events.told(certificate).get(0);
        assertThat(told.article()).isEqualTo("安全生产法 第九十六条");
        assertThat(told.document()).isEqualTo("苏应急决〔2026〕1号");
        assertThat(told.policy()).isEqualTo("order-44-principal");
        assertThat(told.secondActor()).isNull();
        assertThat(given(officer)
                        .get("/certificates/" + certificate + "?lang=zh")
                        .asString())
                .contains("安全生产法 第九十六条", "苏应急决〔2026〕1号", "未履行安全生产管理职责")
                .doesNotContain("??");
    }

    @Test
    void reinstatingEndsTheSuspension() {
        assertThat(act(officer, "REINSTATE", "CAUSE_GONE").statusCode()).isEqualTo(409);
        act(officer, "SUSPEND", "DUTY_NEGLECTED");
        assertThat(act(officer, "SUSPEND", "DUTY_NEGLECTED").statusCode()).isEqualTo(409);
        assertThat(act(officer, "REINSTATE", "CAUSE_GONE").statusCode()).isEqualTo(303);
        assertThat(verified()).isEqualTo("VALID");
    }

    @Test
    void aSevereActIsDoneOnlyWhenAnotherOfficerConfirmsIt() {
        assertThat(act(officer, "WITHDRAW", "DUTY_NEGLECTED_SEVERE").statusCode())
                .isEqualTo(303);
        assertThat(verified()).as("only proposed").isEqualTo("VALID");
        assertThat(act(officer, "REVOKE", "FRAUD").statusCode())
                .as("one at a time")
                .isEqualTo(409);
        Response own = decide(officer, proposed(), "confirm");
        assertThat(own.statusCode()).isEqualTo(409);
        assertThat(own.asString()).contains("自己提出的决定须由另一名发证员复核");
        assertThat(decide(officer("3203"), proposed(), "confirm").statusCode())
                .as("another region's")
                .isEqualTo(404);
        assertThat(kinds()).isEmpty();
        RequestSpecification second = officer("320102");
        assertThat(given(second).get("/certificates/waiting?lang=zh").asString())
                .contains("情节严重", "安全生产法 第九十六条")
                .doesNotContain("??");
        assertThat(decide(second, proposed(), "confirm").statusCode()).isEqualTo(303);
        assertThat(verified()).isEqualTo("WITHDRAWN");
        CertificateEvents.Told told = events.told(certificate).get(0);
        assertThat(told.secondActor()).isNotNull().isNotEqualTo(told.actor());
        assertThat(decide(officer("32"), proposed(), "confirm").statusCode())
                .as("only once")
                .isEqualTo(409);
        assertThat(kinds()).containsExactly("WITHDRAWN");
    }

    @Test
    void theDatabaseItselfRefusesToLetSomebodyConfirmTheOwnProposal() {
        act(officer, "REVOKE", "FRAUD");
        UUID proposal = proposed();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql.update(
                        "UPDATE certificate_proposal SET decision = 'CONFIRMED', decided_by = proposed_by, decided_at = now() WHERE id = ?",
                        proposal)))
                .hasStackTraceContaining("violates check constraint");
    }

    @Test
    void aDeclinedProposalChangesNothingAndAnotherCanFollow() {
        act(officer, "REVOKE", "FRAUD");
        assertThat(decide(officer("32"), proposed(), "decline").statusCode()).isEqualTo(303);
        assertThat(decide(officer("32"), proposed(), "confirm").statusCode()).isEqualTo(409);
        assertThat(verified()).isEqualTo("VALID");
        assertThat(act(officer, "REVOKE", "FRAUD").statusCode()).isEqualTo(303);
    }

    @Test
    void aProposalThatNobodyConfirmedInTimeLapsesAndAnotherCanFollow() {
        act(officer, "REVOKE", "FRAUD");
        UUID proposal = proposed();
        LocalDate last = proposals.find(proposal).orElseThrow().expiresOn();
        assertThat(last).isEqualTo(clock.today().plusDays(15));
        RequestSpecification second = officer("32");
        OnTheDay.at(last.plusDays(1) + "T09:00", () -> {
            Response late = decide(second, proposal, "confirm");
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.asString()).contains("复核期限已过");
            assertThat(kinds()).isEmpty();
            assertThat(act(officer, "REVOKE", "FRAUD").statusCode()).isEqualTo(303);
            assertThat(proposed()).isNotEqualTo(proposal);
        });
        assertThat(proposals.find(proposal).orElseThrow().decision()).isEqualTo("EXPIRED");
    }

    @Test
    void whatHasEndedNeverComesBack() {
        act(officer, "CANCEL", "OWN_REQUEST");
        assertThat(verified()).isEqualTo("CANCELLED");
        for (String[] act : new String[][] {
            {"REINSTATE", "CAUSE_GONE"}, {"SUSPEND", "DUTY_NEGLECTED"}, {"REVOKE", "FRAUD"}, {"CANCEL", "DEATH"}
        }) {
            assertThat(act(officer, act[0], act[1]).statusCode()).as(act[0]).isEqualTo(409);
        }
        assertThat(Entrance.post(
                                officer,
                                "/desk",
                                "/certificates/" + certificate + "/reissue",
                                "name",
                                "新名",
                                "document",
                                "1")
                        .statusCode())
                .isEqualTo(409);
        assertThat(Entrance.post(officer, "/desk", "/certificates/" + certificate + "/renewal", "hours", "16")
                        .statusCode())
                .isEqualTo(409);
        assertThat(kinds()).containsExactly("CANCELLED");
        assertThat(given(officer)
                        .get("/certificates/" + certificate + "?lang=zh")
                        .asString())
                .contains("没有可以办理的事项");
    }

    @Test
    void anOfficerOfAnotherRegionDoesNotSeeIt() {
        RequestSpecification other = officer("3203");
        given(other).get("/certificates/" + certificate).then().statusCode(404);
        given(other)
                .get("/certificates/" + certificate + "/certificate.pdf")
                .then()
                .statusCode(404);
        assertThat(act(other, "SUSPEND", "DUTY_NEGLECTED").statusCode()).isEqualTo(404);
        for (String door : List.of("renewal", "review", "reissue")) {
            assertThat(Entrance.post(other, "/desk", "/certificates/" + certificate + "/" + door, "document", "1")
                            .statusCode())
                    .as(door)
                    .isEqualTo(404);
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void whoOnlyReadsSeesNoFormAndOthersDoNotComeIn() {
        for (String role : List.of(Roles.ADMINISTRATOR, Roles.REGULATOR)) {
            RequestSpecification reader = Entrance.as(role, accounting);
            assertThat(given(reader).get("/certificates/" + certificate).asString())
                    .as(role)
                    .doesNotContain("/acts\"");
            assertThat(act(reader, "SUSPEND", "DUTY_NEGLECTED").statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        for (String role :
                List.of(Roles.CENTRE_MANAGER, Roles.INVIGILATOR, Roles.EMPLOYER, Roles.AUTHOR, Roles.CANDIDATE)) {
            assertThat(act(Entrance.as(role, accounting), "SUSPEND", "DUTY_NEGLECTED")
                            .statusCode())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void badFormsAreRefusedByNameAndShowThemselvesAgain() {
        assertThat(act(officer, "EXPLODE", "FRAUD").statusCode()).isEqualTo(400);
        assertThat(act(officer, "SUSPEND", "FRAUD").statusCode())
                .as("a ground of another act")
                .isEqualTo(400);
        assertThat(act(officer, "SUSPEND", "DUTY_NEGLECTED", "reason", " ").statusCode())
                .isEqualTo(400);
        assertThat(act(officer, "SUSPEND", "DUTY_NEGLECTED", "document", "").statusCode())
                .isEqualTo(400);
        for (String day :
                List.of("2026-02-30", "yesterday", clock.today().minusDays(1).toString(), "2999-01-01")) {
            Response refused = act(officer, "SUSPEND", "DUTY_NEGLECTED", "effectiveOn", day);
            assertThat(refused.statusCode()).as(day).isEqualTo(400);
            assertThat(refused.asString()).as("typed words stay").contains("测试情况", "日期不正确");
        }
        assertThat(kinds()).isEmpty();
    }

    @Test
    void anActForALaterDayTakesEffectThen() {
        LocalDate later = clock.today().plusDays(7);
        act(officer, "SUSPEND", "DUTY_NEGLECTED", "effectiveOn", later.toString());
        assertThat(verified()).isEqualTo("VALID");
        OnTheDay.at(later + "T00:00", () -> assertThat(verified()).isEqualTo("SUSPENDED"));
    }

    @Test
    void eventsGrowOnlyAndAreNumberedInTheirOrder() {
        act(officer, "SUSPEND", "DUTY_NEGLECTED");
        act(officer, "REINSTATE", "CAUSE_GONE");
        List<Long> numbers = sql.list(
                "SELECT seq FROM certificate_event WHERE certificate_id = ? ORDER BY recorded_at",
                row -> row.getLong(1),
                certificate);
        assertThat(numbers).hasSize(2).isSorted().doesNotHaveDuplicates();
        for (String statement : List.of(
                "UPDATE certificate_event SET reason = 'x' WHERE certificate_id = ?",
                "DELETE FROM certificate_event WHERE certificate_id = ?",
                "DELETE FROM certificate WHERE id = ?")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sql.update(statement, certificate)))
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }
}
