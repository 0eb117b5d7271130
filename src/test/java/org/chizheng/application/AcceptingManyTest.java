package org.chizheng.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.Sql;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Identifying;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A reviewer ticks applications and accepts them in one go; each has its own answer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AcceptingManyTest {
    private static final String COUNTY = "320826";

    @Inject
    Workplace workplace;

    @Inject
    MadeUpApplications made;

    @Inject
    Applications applications;

    @Inject
    Attaching attaching;

    @Inject
    Identifying identifying;

    @Inject
    Barring barring;

    @Inject
    Accounting accounting;

    @Inject
    Sql sql;

    private RequestSpecification officer;

    @BeforeEach
    void anOfficerOfHuaian() {
        officer = Entrance.within("3208", Roles.REGULATOR, accounting);
    }

    /** With a photo and the papers of these kinds. */
    private UUID sent(Workplace.Someone someone, String... papers) {
        UUID id = made.submitted(someone, MadeUpApplications.OPERATOR, COUNTY);
        identifying.keepPhoto(someone.id(), MadeUpPortrait.draw(3));
        for (String kind : papers) {
            attaching.document(id, kind, "%PDF-1.4 测试".getBytes(StandardCharsets.UTF_8), "account:test");
        }
        return id;
    }

    private UUID ready() {
        return sent(workplace.someone(), "IDENTITY", "TRAINING");
    }

    private Response accept(List<UUID> ticked) {
        List<String> fields = new ArrayList<>(List.of("state", "SUBMITTED", "qualification", "", "q", ""));
        ticked.forEach(id -> Collections.addAll(fields, "item", id.toString()));
        return Entrance.post(officer, "/applications", "/applications/accept", fields.toArray(String[]::new));
    }

    private String state(UUID id) {
        return applications.find(id).orElseThrow().state().name();
    }

    private String row(Response list, UUID id) {
        return Stream.of(list.asString().split("<tr>"))
                .filter(each -> each.contains("/applications/" + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thoseThatMeetEverythingAreAcceptedAndTheOthersStayWithTheirReason() {
        UUID one = ready();
        UUID two = ready();
        UUID withoutPaper = sent(workplace.someone(), "TRAINING");
        Workplace.Someone barred = workplace.someone();
        UUID against = sent(barred, "IDENTITY", "TRAINING");
        barring.bar(
                barred.name(),
                barred.idNumber(),
                new Barring.Decision("COURT", "", "2026-01-01", "2030-01-01", "测试判决1号"),
                "3208",
                "account:test");
        UUID dark = ready();
        sql.update("UPDATE application SET photo_findings = ARRAY['BACKGROUND_DARK'] WHERE id = ?", dark);
        Response list = given(officer).get("/applications?lang=zh");
        assertThat(row(list, one)).contains("value=\"" + one + "\"", "条件齐全");
        assertThat(row(list, withoutPaper)).contains("缺身份证件").doesNotContain("checkbox");
        assertThat(row(list, against)).contains("不符合条件", "从业").doesNotContain("checkbox");
        assertThat(row(list, dark)).contains("照片要看").doesNotContain("checkbox");

        Response answers = accept(List.of(one, against, withoutPaper, one, dark, two));
        assertThat(answers.statusCode()).as(answers.asString()).isEqualTo(200);
        assertThat(answers.asString()).doesNotContain("??");
        assertThat(Stream.of(one, two, against, withoutPaper, dark).map(this::state))
                .containsExactly("ACCEPTED", "ACCEPTED", "SUBMITTED", "SUBMITTED", "SUBMITTED");
        assertThat(row(answers, one)).contains("已受理").doesNotContain("未受理");
        assertThat(row(answers, against)).contains("未受理", "需要单独审核", "不符合条件");
        assertThat(row(answers, withoutPaper)).contains("未受理", "缺身份证件");
        assertThat(answers.asString().split("<tr>"))
                .as("twice ticked is answered once")
                .hasSize(1 + 1 + 5);
        assertThat(sql.list(
                        "SELECT count(*) FROM audit_entry WHERE subject = 'application' AND act = 'accepted' AND subject_id = ANY (?)",
                        row -> row.getInt(1),
                        (Object) new String[] {one.toString(), two.toString()}))
                .as("each stands in the audit log")
                .containsExactly(2);
        assertThat(row(accept(List.of(one)), one)).contains("未受理", "现在不能这样办");
    }

    @Test
    void noneAndTooManyAndThoseOfAnotherAuthorityAreRefusedWithoutAcceptingAny() {
        assertThat(accept(List.of()).statusCode()).isEqualTo(400);
        UUID one = ready();
        UUID elsewhere = made.submitted(workplace.someone(), MadeUpApplications.OPERATOR, "320612");
        assertThat(accept(List.of(one, elsewhere)).statusCode()).isEqualTo(404);
        assertThat(state(one)).isEqualTo("SUBMITTED");
        assertThat(accept(Stream.concat(Stream.of(one), other(200)).toList()).statusCode())
                .isEqualTo(400);
        assertThat(state(one)).isEqualTo("SUBMITTED");
        Response most = accept(Stream.concat(Stream.of(one), other(199)).toList());
        assertThat(most.statusCode()).isEqualTo(200);
        assertThat(state(one)).isEqualTo("ACCEPTED");
    }

    /** Applications of this authority, which lack everything. */
    private Stream<UUID> other(int count) {
        List<UUID> known = sql.list(
                "SELECT id FROM application WHERE region = ? AND occupation = '测试堆' LIMIT ?",
                row -> row.getObject(1, UUID.class),
                COUNTY,
                count);
        List<UUID> all = new ArrayList<>(known);
        while (all.size() < count) {
            UUID id = made.submitted(workplace.someone(), MadeUpApplications.OPERATOR, COUNTY);
            sql.update("UPDATE application SET occupation = '测试堆' WHERE id = ?", id);
            all.add(id);
        }
        return all.stream();
    }
}
