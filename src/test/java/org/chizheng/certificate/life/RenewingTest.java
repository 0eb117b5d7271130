package org.chizheng.certificate.life;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.OnTheDay;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.fitness.Fitness;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Persons;
import org.chizheng.people.Roles;
import org.chizheng.record.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** How one certificate follows another: renewal, review, re-issue. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RenewingTest {
    private static final String PRINCIPAL = "principal-hazchem-production";
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String PAPER = "测试2026-1";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Certificates certificates;

    @Inject
    Standings standings;

    @Inject
    Fitness fitness;

    @Inject
    Renewing renewing;

    @Inject
    Renewals renewals;

    @Inject
    Reviewing reviewing;

    @Inject
    Reissuing reissuing;

    @Inject
    Acting acting;

    @Inject
    Recording recording;

    @Inject
    Persons persons;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private LocalDate today;
    private UUID enterprise;
    private Someone holder;

    @BeforeEach
    void somebodyOnPost() {
        today = clock.today();
        enterprise = workplace.enterprise("320381");
        holder = workplace.staff(workplace.post(enterprise, PRINCIPAL));
    }

    private UUID endsIn(int days) {
        return certified.issue(holder, PRINCIPAL, today.plusDays(days).minusYears(3), today.plusDays(days));
    }

    private Standing on(LocalDate day, UUID certificate) {
        return standings.on(day, certificates.find(certificate).orElseThrow());
    }

    private boolean covered(LocalDate day) {
        List<Fitness.OnPost> people = fitness.ofEnterprise(enterprise, day, clock.now());
        assertThat(people).as("a requirement counts once").hasSize(1);
        return people.get(0).covered();
    }

    private static RenewalForm brings(int hours) {
        return new RenewalForm("", String.valueOf(hours), PAPER);
    }

    private UUID renewed(UUID old) {
        return renewing.grant(renewing.ask(old, brings(16), true, "holder"), "officer");
    }

    private void assertRefused(LifeRefusal reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void theNewOneBeginsTheDayAfterTheOldOneEndsAndThePersonIsCoveredAllAlong() {
        UUID old = endsIn(20);
        CertificateView before = certificates.find(old).orElseThrow();
        CertificateView after = certificates.find(renewed(old)).orElseThrow();
        assertThat(after.origin()).isEqualTo("RENEWAL");
        assertThat(after.follows()).isEqualTo(old);
        assertThat(after.firstIssuedOn()).isEqualTo(before.firstIssuedOn());
        assertThat(after.validFrom()).isEqualTo(before.validTo().plusDays(1));
        assertThat(after.validTo()).isEqualTo(after.validFrom().plusYears(3).minusDays(1));
        assertThat(after.code()).isNotEqualTo(before.code());
        assertThat(on(today, old)).isEqualTo(Standing.EXPIRING);
        assertThat(on(today, after.id())).isEqualTo(Standing.NOT_YET_VALID);
        assertThat(on(after.validFrom(), old)).isEqualTo(Standing.SUPERSEDED);
        assertThat(on(after.validFrom(), after.id())).isEqualTo(Standing.VALID);
        for (LocalDate day : List.of(today, before.validTo(), after.validFrom(), after.validTo())) {
            assertThat(covered(day)).as(day.toString()).isTrue();
        }
        assertThat(covered(after.validTo().plusDays(1))).isFalse();
        assertThat(certificates.pdf(after.id()))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void grantedAfterTheOldOneEndedItBeginsOnTheDayOfIssue() {
        UUID old = endsIn(2);
        UUID asked = renewing.ask(old, brings(16), true, "holder");
        OnTheDay.at(today.plusDays(10) + "T09:00", () -> {
            CertificateView issued =
                    certificates.find(renewing.grant(asked, "officer")).orElseThrow();
            assertThat(issued.validFrom()).isEqualTo(today.plusDays(10));
        });
    }

    @Test
    void eachConditionThatIsNotMetNamesItsRuleItsArticleAndTheCure() {
        UUID old = endsIn(31);
        RequestSpecification officer = Entrance.within("32", Roles.CERTIFICATE_OFFICER, accounting);
        String door = "/certificates/" + old + "/renewal";
        Response early = Entrance.post(officer, "/desk", door + "?lang=zh", "hours", "16");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.asString()).contains("第44号） 第二十五条", "请在 " + today.plusDays(1) + " 起申请");
        OnTheDay.at(today.plusDays(1) + "T09:00", () -> {
            Response few = Entrance.post(officer, "/desk", door, "hours", "15");
            assertThat(few.statusCode()).isEqualTo(409);
            assertThat(few.asString()).contains("培训学时不足 16 学时", "总局令第3号");
            assertThat(Entrance.post(officer, "/desk", door, "hours", "many").statusCode())
                    .isEqualTo(400);
            assertThat(Entrance.post(officer, "/desk", door, "hours", "16").statusCode())
                    .isEqualTo(303);
            assertThat(Entrance.post(officer, "/desk", door, "hours", "16").statusCode())
                    .as("it waits already")
                    .isEqualTo(409);
        });
        OnTheDay.at(
                today.plusDays(32) + "T09:00",
                () -> assertRefused(
                        LifeRefusal.RENEWAL_NOT_EXPIRED, () -> renewing.ask(old, brings(16), true, "holder")));
    }

    @Test
    void anOperatorUnderOrder19NeedsHealthTrainingAndAnExamination() {
        UUID old = certified.issueUnder(
                "order-19-operator", holder, LOW, today.plusDays(20).minusYears(6), today.plusDays(20), null);
        RenewalForm all = new RenewalForm(today.minusDays(3).toString(), "8", PAPER);
        assertRefused(
                LifeRefusal.RENEWAL_HEALTHY, () -> renewing.ask(old, new RenewalForm("", "8", ""), true, "holder"));
        assertRefused(
                LifeRefusal.RENEWAL_HEALTHY,
                () -> renewing.ask(old, new RenewalForm(today.minusDays(181).toString(), "8", ""), true, "holder"));
        assertRefused(LifeRefusal.RENEWAL_EXAMINED, () -> renewing.ask(old, all, true, "holder"));
        recording.add(holder.id(), LOW, "THEORY_PASSED", today.minusDays(5), null, Ids.next(), "order-19-operator");
        CertificateView issued = certificates
                .find(renewing.grant(renewing.ask(old, all, true, "holder"), "officer"))
                .orElseThrow();
        assertThat(issued.policy()).isEqualTo("order-19-operator");
        assertThat(issued.validTo()).isEqualTo(issued.validFrom().plusYears(6).minusDays(1));
        assertThat(issued.reviewDue()).as("Order 19 has none").isNull();
    }

    @Test
    void whatWasSuspendedOrEndedMeanwhileIsNotGranted() {
        UUID old = endsIn(20);
        UUID asked = renewing.ask(old, brings(16), true, "holder");
        acting.act(old, new ActForm("SUSPEND", "DUTY_NEGLECTED", "测试", PAPER, ""), "one");
        assertRefused(LifeRefusal.RENEWAL_NOT_SUSPENDED, () -> renewing.grant(asked, "officer"));
        acting.act(old, new ActForm("CANCEL", "OWN_REQUEST", "测试", PAPER, ""), "one");
        assertRefused(LifeRefusal.RENEWAL_NOT_ENDED, () -> renewing.grant(asked, "officer"));
        assertThat(certificates.ofPerson(holder.id())).hasSize(1);
        renewing.refuse(asked, "证书已注销", "officer");
        assertThat(renewals.find(asked).orElseThrow().decision()).isEqualTo("REFUSED");
    }

    @Test
    void anActHoldsForTheRenewedCertificateToo() {
        UUID old = endsIn(20);
        UUID issued = renewed(old);
        acting.act(old, new ActForm("SUSPEND", "DUTY_NEGLECTED", "测试", PAPER, ""), "one");
        assertThat(on(today, old)).isEqualTo(Standing.SUSPENDED);
        assertThat(on(today.plusDays(21), issued)).isEqualTo(Standing.SUSPENDED);
        acting.act(issued, new ActForm("REINSTATE", "CAUSE_GONE", "测试", PAPER, ""), "one");
        assertThat(on(today, old)).isEqualTo(Standing.EXPIRING);
        acting.act(old, new ActForm("CANCEL", "OWN_REQUEST", "测试", PAPER, ""), "one");
        assertThat(on(today, old)).isEqualTo(Standing.CANCELLED);
        assertThat(on(today.plusDays(21), issued)).isEqualTo(Standing.CANCELLED);
        assertThat(covered(today.plusDays(21))).isFalse();
    }

    @Test
    void theHolderAsksOnTheOwnPageAndOnlyForTheOwnCertificate() {
        UUID old = endsIn(20);
        RequestSpecification own = Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), holder.id(), accounting);
        assertThat(given(own).get("/my?lang=zh").asString())
                .contains("现在可以申请换证", "剩余天数", "临期")
                .doesNotContain("??");
        Response few = Entrance.post(own, "/my", "/my/certificates/" + old + "/renewal", "hours", "1");
        assertThat(few.statusCode()).isEqualTo(409);
        assertThat(few.asString()).contains("培训学时不足 16 学时");
        assertThat(Entrance.post(own, "/my", "/my/certificates/" + old + "/renewal", "hours", "16", "training", PAPER)
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(own).get("/my?lang=zh").asString()).contains("等待发证机关审核");
        RequestSpecification other = Entrance.as(
                new Grant(Roles.CANDIDATE, null, null, null),
                workplace.someone().id(),
                accounting);
        assertThat(Entrance.post(other, "/my", "/my/certificates/" + old + "/renewal", "hours", "16")
                        .statusCode())
                .isEqualTo(404);
        RenewalView waiting = renewals.of(old).get(0);
        assertThat(waiting.askedByHolder()).isTrue();
        String grant = "/certificates/renewals/" + waiting.id() + "/grant";
        assertThat(Entrance.post(own, "/my", grant).statusCode())
                .as("not by the holder")
                .isEqualTo(403);
        assertThat(Entrance.post(Entrance.within("3203", Roles.CERTIFICATE_OFFICER, accounting), "/desk", grant)
                        .statusCode())
                .as("not by another region's officer")
                .isEqualTo(404);
        RequestSpecification officer = Entrance.within("3201", Roles.CERTIFICATE_OFFICER, accounting);
        assertThat(given(officer).get("/certificates/waiting?lang=zh").asString())
                .contains(PAPER, "持证人本人");
        assertThat(Entrance.post(officer, "/desk", grant).statusCode()).isEqualTo(303);
        assertThat(Entrance.post(officer, "/desk", grant).statusCode())
                .as("only once")
                .isEqualTo(409);
        assertThat(certificates.ofPerson(holder.id())).hasSize(2);
    }

    private Someone operatorSince2023() {
        Someone operator = workplace.someone();
        workplace.appoint(workplace.post(enterprise, LOW), operator, LocalDate.of(2023, 1, 1));
        return operator;
    }

    @Test
    void aReviewUnderOrder30IsEnteredAndThePersonIsCoveredAgain() {
        Someone operator = operatorSince2023();
        LocalDate due = LocalDate.of(2026, 3, 31);
        LocalDate day = LocalDate.of(2026, 11, 2);
        UUID certificate = certified.issueUnder(
                "order-30-operator", operator, LOW, LocalDate.of(2023, 4, 1), LocalDate.of(2029, 3, 31), due);
        assertThat(on(LocalDate.of(2026, 1, 29), certificate)).isEqualTo(Standing.VALID);
        assertThat(on(LocalDate.of(2026, 1, 30), certificate)).isEqualTo(Standing.REVIEW_DUE);
        assertThat(on(day, certificate)).isEqualTo(Standing.REVIEW_OVERDUE);
        assertThat(coversOperator(operator, due)).isTrue();
        assertThat(coversOperator(operator, due.plusDays(1))).isFalse();
        recording.add(operator.id(), LOW, "THEORY_PASSED", day.minusDays(5), null, Ids.next(), "order-30-operator");
        OnTheDay.at(day + "T09:00", () -> {
            assertRefused(LifeRefusal.RENEWAL_TRAINED, () -> reviewing.enter(certificate, review(day, "7"), "officer"));
            reviewing.enter(certificate, review(day, "8"), "officer");
            assertRefused(LifeRefusal.REVIEW_NONE, () -> reviewing.enter(certificate, review(day, "8"), "officer"));
        });
        assertThat(on(day, certificate)).isEqualTo(Standing.VALID);
        assertThat(coversOperator(operator, day)).isTrue();
        assertThat(coversOperator(operator, day.minusDays(1))).isFalse();
    }

    @Test
    void aReviewThatFallsDueAfterMay2026IsNotHeldAndTakesNobodysCover() {
        Someone operator = operatorSince2023();
        LocalDate due = LocalDate.of(2026, 6, 1);
        UUID certificate = certified.issueUnder(
                "order-30-operator", operator, LOW, LocalDate.of(2023, 6, 2), LocalDate.of(2029, 6, 1), due);
        for (LocalDate day : List.of(due.minusDays(2), due.minusDays(1), due, due.plusDays(1), due.plusYears(2))) {
            assertThat(on(day, certificate)).as(day.toString()).isEqualTo(Standing.VALID);
            assertThat(coversOperator(operator, day)).as(day.toString()).isTrue();
        }
        OnTheDay.at(
                "2026-06-01T09:00",
                () -> assertRefused(
                        LifeRefusal.REVIEW_NONE, () -> reviewing.enter(certificate, review(due, "8"), "officer")));
    }

    private static ReviewForm review(LocalDate healthOn, String hours) {
        return new ReviewForm("", new RenewalForm(healthOn.toString(), hours, ""), PAPER, false);
    }

    /** As far as it will ever be known. */
    private boolean coversOperator(Someone operator, LocalDate day) {
        return fitness.ofEnterprise(enterprise, day, Instant.parse("9999-01-01T00:00:00Z")).stream()
                .anyMatch(person -> person.person().equals(operator.id()) && person.covered());
    }

    @Test
    void afterAChangeOfNameTheNewOneBearsItAndTheOldOneStillVerifiesAsReplaced() {
        UUID old = endsIn(500);
        UUID issued = reissuing.reissue(old, "新测试名", PAPER, "officer");
        CertificateView before = certificates.find(old).orElseThrow();
        CertificateView after = certificates.find(issued).orElseThrow();
        assertThat(before.holderName()).isEqualTo(holder.name());
        assertThat(after.holderName()).isEqualTo("新测试名");
        assertThat(after.validTo()).isEqualTo(before.validTo());
        assertThat(after.firstIssuedOn()).isEqualTo(before.firstIssuedOn());
        assertThat(persons.findById(holder.id()).name()).isEqualTo("新测试名");
        assertThat(sql.list(
                        "SELECT name FROM person_former_name WHERE person_id = ?",
                        row -> row.getString(1),
                        holder.id()))
                .containsExactly(holder.name());
        given().get("/api/verify/" + before.code())
                .then()
                .statusCode(200)
                .body("resultClass", org.hamcrest.Matchers.is("SUPERSEDED"));
        given().get("/api/verify/" + after.code()).then().body("resultClass", org.hamcrest.Matchers.is("VALID"));
        assertThat(covered(today)).isTrue();
        assertRefused(LifeRefusal.NAME_SAME, () -> reissuing.reissue(issued, "新测试名", PAPER, "officer"));
        assertRefused(LifeRefusal.ENDED, () -> reissuing.reissue(old, "又一个名", PAPER, "officer"));
    }

    @Test
    void anotherCertificateOfTheSamePersonIsIssuedAnewUnderTheNameThatIsKnownByThen() {
        UUID first = endsIn(500);
        UUID second = certified.issue(holder, LOW);
        reissuing.reissue(first, "新测试名", PAPER, "officer");
        RequestSpecification officer = Entrance.within("32", Roles.CERTIFICATE_OFFICER, accounting);
        assertThat(given(officer).get("/certificates/" + second + "?lang=zh").asString())
                .contains("持证人现在的姓名是“新测试名”");
        assertThat(certificates
                        .find(reissuing.reissue(second, "新测试名", PAPER, "officer"))
                        .orElseThrow()
                        .holderName())
                .isEqualTo("新测试名");
        assertThat(certificates.ofPerson(holder.id())).hasSize(4);
    }
}
