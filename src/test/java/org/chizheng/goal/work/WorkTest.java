package org.chizheng.goal.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Certified;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.goal.GoalTerms;
import org.chizheng.goal.rule.WorkKind;
import org.chizheng.goal.rule.WorkState;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.workforce.Absenting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Items arise from facts, are answered and settled, and close when the facts are gone. County 320281 belongs to this test. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String MANAGER = "manager-hazchem-production";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Raising raising;

    @Inject
    org.chizheng.statistics.figures.Settling figures;

    @Inject
    WorkBook book;

    @Inject
    GoalTerms terms;

    @Inject
    WorkItems items;

    @Inject
    WorkFacts facts;

    @Inject
    WorkingDays workingDays;

    @Inject
    Absenting absenting;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private LocalDate today;
    private UUID enterprise;
    private UUID post;

    @BeforeEach
    void aPlant() {
        today = clock.today();
        enterprise = workplace.enterprise("320281");
        post = workplace.post(enterprise, LOW);
    }

    /** The sweeps may be at it at the same time. */
    private List<WorkItem> found() {
        while (waits("figure_pending") || waits("work_pending")) {
            figures.settleWaiting();
            raising.look();
        }
        return items.ofEnterprise(enterprise, 10);
    }

    private boolean waits(String table) {
        return sql.first("SELECT 1 FROM " + table + " LIMIT 1", row -> true).isPresent();
    }

    private WorkItem one(WorkKind kind) {
        return found().stream().filter(item -> item.kind() == kind).findFirst().orElseThrow();
    }

    @Test
    void whatIsMissingIsRaisedFollowedAndClosedByTheFacts() {
        Workplace.Someone someone = workplace.staff(post);
        Workplace.Someone other = workplace.staff(post);
        assertThat(found())
                .extracting(WorkItem::kind)
                .containsExactlyInAnyOrder(WorkKind.NO_SAFETY_MANAGER, WorkKind.UNCERTIFIED);
        WorkItem item = one(WorkKind.UNCERTIFIED);
        assertThat(item.amount()).isEqualTo(2);
        assertThat(item.since()).isEqualTo(today.minusYears(2));
        assertThat(item.dueOn()).as("ten working days").isEqualTo(workingDays.after(today, 10));
        certified.issue(someone, LOW);
        assertThat(one(WorkKind.UNCERTIFIED).amount()).isEqualTo(1);
        UUID certificate = certified.issue(other, LOW);
        assertThat(one(WorkKind.UNCERTIFIED).state()).isEqualTo(WorkState.CLOSED);
        assertThat(items.events(item.id())).extracting(WorkEvent::act).containsExactly("RAISED", "SHRANK", "RESOLVE");
        certified.event(certificate, "SUSPENDED", today);
        assertThat(found())
                .filteredOn(again -> again.kind() == WorkKind.UNCERTIFIED && again.isOpen())
                .as("another item, for it happened again")
                .hasSize(1)
                .noneMatch(again -> again.id().equals(item.id()));
    }

    @Test
    void theEnterpriseIsToldOnceOfEachItemAndUntilWhenToAnswer() {
        workplace.staff(post);
        found();
        workplace.staff(post);
        found();
        LocalDate due = workingDays.after(today, 10);
        assertThat(sql.list(
                        "SELECT template || ' ' || array_to_string(parameters, ' ') FROM message_outbox WHERE enterprise_id = ? ORDER BY template",
                        row -> row.getString(1),
                        enterprise))
                .as("the first one's numbers, no name")
                .containsExactly("work_no_safety_manager 1 " + due, "work_uncertified 1 " + due);
    }

    @Test
    void aManagerWithACertificateOrInGraceIsEnough() {
        workplace.staff(post);
        assertThat(one(WorkKind.NO_SAFETY_MANAGER).isOpen()).isTrue();
        UUID office = workplace.post(enterprise, MANAGER);
        workplace.appoint(office, workplace.someone(), today.minusMonths(1));
        assertThat(one(WorkKind.NO_SAFETY_MANAGER).isClosed()).isTrue();
        assertThat(one(WorkKind.UNCERTIFIED).amount())
                .as("the operator alone: the manager has time yet")
                .isEqualTo(1);
    }

    @Test
    void fiveCertificatesThatRunOutTogetherAreToldAndFourAreNot() {
        for (int i = 0; i < 4; i++) {
            certified.issue(workplace.staff(post), LOW, today.minusYears(5), today.plusDays(30 + i));
        }
        assertThat(found()).extracting(WorkItem::kind).doesNotContain(WorkKind.EXPIRING);
        certified.issue(workplace.staff(post), LOW, today.minusYears(5), today.plusDays(90));
        WorkItem item = one(WorkKind.EXPIRING);
        assertThat(item.amount()).isEqualTo(5);
        assertThat(item.since()).isEqualTo(today.plusDays(30));
    }

    /** Nobody wrote anything that day. */
    @Test
    void theDayItselfBringsUpWhatRanOut() {
        Workplace.Someone someone = workplace.staff(post);
        certified.issue(someone, LOW, today.minusYears(6), today.minusDays(1));
        found();
        sql.update("UPDATE work_item SET state = 'CLOSED' WHERE enterprise_id = ?", enterprise);
        facts.passing(today, 90);
        WorkItem item = one(WorkKind.UNCERTIFIED);
        assertThat(item.isOpen()).isTrue();
        assertThat(item.since()).as("not since the appointment").isEqualTo(today);
    }

    @Test
    void theDayItselfBringsUpWhatWasLaidDownForIt() {
        Workplace.Someone suspended = workplace.staff(post);
        certified.event(certified.issue(suspended, LOW), "SUSPENDED", today);
        found();
        assertThat(broughtUpBy(today)).contains(suspended.id());
        assertThat(broughtUpBy(today.plusDays(1))).doesNotContain(suspended.id());
    }

    /** The sweep does not see it. */
    private List<UUID> broughtUpBy(LocalDate day) {
        QuarkusTransaction.begin();
        try {
            facts.passing(day, 90);
            return sql.list(
                    "SELECT person_id FROM work_pending WHERE person_id IS NOT NULL",
                    row -> row.getObject(1, UUID.class));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void aPracticalThatMakesGoodALongAbsenceClosesTheItem() {
        Workplace.Someone someone = workplace.someone();
        UUID appointment = workplace.appoint(post, someone, today.minusYears(2));
        certified.issue(someone, LOW, today.minusYears(1), today.plusYears(4));
        absenting.away(appointment, today.minusMonths(9));
        absenting.back(appointment, today.minusMonths(2));
        WorkItem item = one(WorkKind.UNCERTIFIED);
        assertThat(item.isOpen()).isTrue();
        sql.update(
                "INSERT INTO record_fact (id, person_id, qualification, kind, fact_on, evidence_id, policy, recorded_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'PRACTICAL_PASSED', ?, gen_random_uuid(), 'order-30-operator', ?)",
                someone.id(),
                LOW,
                today.minusMonths(1),
                clock.now());
        assertThat(one(WorkKind.UNCERTIFIED).isClosed()).isTrue();
    }

    @Test
    void afterARebuildEveryEnterpriseIsLookedAt() {
        workplace.staff(post);
        found();
        sql.update("UPDATE work_item SET state = 'CLOSED' WHERE enterprise_id = ?", enterprise);
        sql.update("INSERT INTO figure_pending (person_id) VALUES (NULL)");
        assertThat(found())
                .filteredOn(WorkItem::isOpen)
                .extracting(WorkItem::kind)
                .containsExactlyInAnyOrder(WorkKind.NO_SAFETY_MANAGER, WorkKind.UNCERTIFIED);
    }

    @Test
    void whatChangesNoRequirementIsNotLookedAt() {
        Workplace.Someone someone = workplace.staff(post);
        certified.issue(someone, LOW);
        found();
        QuarkusTransaction.begin();
        try {
            sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, Raising.LOCK);
            QuarkusTransaction.requiringNew().run(() -> certified.issue(someone, MANAGER));
            assertThat(toBeLookedAt()).doesNotContain(enterprise);
            QuarkusTransaction.requiringNew().run(() -> workplace.staff(post));
            assertThat(toBeLookedAt()).contains(enterprise);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Set<UUID> toBeLookedAt() {
        while (waits("figure_pending")) {
            figures.settleWaiting();
        }
        return facts.waiting(10_000).enterprises();
    }

    @Test
    void nothingIsTakenWhileTheFiguresAreBehind() {
        Raising behind = new Raising(
                facts, (enterprises, day, expiring) -> Optional.empty(), book, terms, workingDays, clock, sql);
        QuarkusTransaction.begin();
        try {
            // The sweep, which may hold the lock, does not see it.
            sql.update("INSERT INTO work_pending (enterprise_id) VALUES (?)", enterprise);
            sql.first("SELECT pg_advisory_xact_lock(?)", row -> true, Raising.LOCK);
            assertThat(behind.look()).isZero();
            assertThat(facts.waiting(1000).enterprises()).contains(enterprise);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void bothSidesSeeAnswerAndSettleIt() throws IOException {
        workplace.staff(post);
        WorkItem item = one(WorkKind.UNCERTIFIED);
        RequestSpecification employer =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        RequestSpecification regulator = Entrance.within("3202", Roles.REGULATOR, accounting);
        String own = "/enterprise/worklist/" + item.id();
        String desk = "/goals/worklist/" + item.id();
        assertThat(given(employer).get("/enterprise/worklist?lang=zh").asString())
                .contains("无证上岗", "待答复")
                .doesNotContain("??");
        assertThat(given(regulator).get("/goals/worklist?lang=zh").asString())
                .contains("测试企业320281", "昨天以来")
                .doesNotContain("??");
        assertThat(given(regulator)
                        .get("/goals/worklist?lang=en&state=OPEN&kind=UNCERTIFIED")
                        .asString())
                .doesNotContain("??");
        assertThat(Entrance.post(regulator, desk, desk + "/accept").statusCode())
                .as("not answered yet")
                .isEqualTo(409);
        assertThat(Entrance.post(employer, own, own, "words", " ").statusCode()).isEqualTo(400);
        assertThat(Entrance.post(employer, own, own, "words", "已报名12月考试").statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(regulator, desk, desk + "/give-back", "words", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Entrance.post(regulator, desk, desk + "/give-back", "words", "请写明停岗措施")
                        .statusCode())
                .isEqualTo(303);
        assertThat(given(employer).get(own).asString()).contains("请写明停岗措施");
        assertThat(Entrance.post(employer, own, own, "words", "已停岗").statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(regulator, desk, desk + "/accept").statusCode())
                .isEqualTo(303);
        Response late = Entrance.post(employer, own, own, "words", "再答复");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Entrance.post(regulator, desk, desk + "/close", "words", "已核实")
                        .statusCode())
                .isEqualTo(303);
        assertThat(items.events(item.id()))
                .extracting(WorkEvent::act)
                .containsExactly("RAISED", "ANSWER", "GIVE_BACK", "ANSWER", "ACCEPT", "CLOSE");
        assertThat(sql.list(
                        "SELECT act FROM audit_entry WHERE subject = 'work item' AND subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        item.id().toString()))
                .containsExactly("raised", "answer", "give back", "answer", "accept", "close");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
                given(regulator).get("/goals/worklist/work.xlsx?state=CLOSED").asByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isPositive();
        }
        assertThat(given(employer).get("/enterprise/worklist/work.xlsx").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherRegionAndAnotherEnterpriseKnowNothingOfIt() {
        workplace.staff(post);
        WorkItem item = one(WorkKind.UNCERTIFIED);
        RequestSpecification far = Entrance.within("3203", Roles.REGULATOR, accounting);
        assertThat(given(far).get("/goals/worklist/" + item.id()).statusCode()).isEqualTo(404);
        assertThat(Entrance.post(far, "/goals/worklist", "/goals/worklist/" + item.id() + "/close", "words", "x")
                        .statusCode())
                .isEqualTo(404);
        RequestSpecification neighbour =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, workplace.enterprise("320281")), null, accounting);
        assertThat(given(neighbour).get("/enterprise/worklist/" + item.id()).statusCode())
                .isEqualTo(404);
        assertThat(given(neighbour).get("/enterprise/worklist").asString())
                .doesNotContain(item.id().toString());
    }
}
