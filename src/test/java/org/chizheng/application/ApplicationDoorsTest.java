package org.chizheng.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;

import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.Sql;
import org.chizheng.journey.MadeUpPortrait;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** From the form to the answer, through the doors of candidate and authority; whoever is not concerned sees nothing. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ApplicationDoorsTest {
    private static final String MINE = "/my/applications";

    @Inject
    Accounting accounting;

    @Inject
    Workplace workplace;

    @Inject
    MadeUpApplications made;

    @Inject
    Applications applications;

    @Inject
    Barring barring;

    @Inject
    Sql sql;

    private Workplace.Someone someone;
    private RequestSpecification candidate;
    private RequestSpecification officer;

    @BeforeEach
    void aCandidateAndAnOfficerOfLianyungang() {
        someone = workplace.someone();
        candidate = Entrance.as(new Grant(Roles.CANDIDATE, null, null, null), someone.id(), accounting);
        officer = Entrance.within("3206", Roles.REGULATOR, accounting);
    }

    private Response apply(String qualification, String... more) {
        String[] fields = {
            "qualification",
            qualification,
            "kind",
            "INITIAL",
            "region",
            "320612",
            "education",
            "PRIMARY",
            "phone",
            "138 0000 0000",
            "address",
            "测试路 8 号",
            "undertaken",
            "true"
        };
        String[] all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return Entrance.post(candidate, MINE + "/new", MINE, all);
    }

    private UUID sent(Response applied) {
        assertThat(applied.statusCode()).as(applied.asString()).isEqualTo(303);
        String location = applied.header("Location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private String state(UUID id) {
        return applications.find(id).orElseThrow().state().name();
    }

    private int upload(RequestSpecification who, String base, UUID id, String what, String file, byte[] content) {
        Response page = given(who).get(base + "/" + id);
        String token = Entrance.token(page);
        return given(who)
                .redirects()
                .follow(false)
                .cookies(page.cookies())
                .multiPart("csrf-token", token)
                .multiPart("kind", "IDENTITY")
                .multiPart(what, file, content)
                .post(base + "/" + id + "/" + (what.equals("photo") ? "photo" : "documents"))
                .statusCode();
    }

    @Test
    void allThatStandsAgainstItIsToldAtOnceWithArticleAndCure() {
        barring.bar(
                someone.name(),
                someone.idNumber(),
                new Barring.Decision("PRINCIPAL_FIVE_YEARS", "", "2026-01-01", "", "测试决定1号"),
                "3206",
                "account:test");
        Response refused =
                apply("principal-hazchem-production", "hours", "47", "from", "2026-01-05", "until", "2026-01-16");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString())
                .contains("有 2 个问题", "培训 47 学时，要求不少于 48 学时", "总局令第3号", "补足学时", "依法不得担任这类岗位", "安全生产法第九十四条第三款")
                .contains("value=\"测试路 8 号\"")
                .doesNotContain("??");
        assertThat(applications.ofPerson(someone.id())).isEmpty();
        Response english = given(candidate).get(MINE + "/new?lang=en");
        assertThat(english.asString()).contains("free of charge").doesNotContain("??");
    }

    @Test
    void anApplicationIsSentCompletedReturnedMendedAndAccepted() {
        UUID id = sent(apply("operator-scaffolding", "health", "NONE"));
        assertThat(apply("operator-scaffolding", "health", "NONE").asString()).contains("不必重复");
        assertThat(upload(candidate, MINE, id, "photo", "p.png", MadeUpPortrait.draw(4)))
                .isEqualTo(303);
        assertThat(upload(candidate, MINE, id, "document", "id.pdf", "%PDF-1.4 测试".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(303);
        assertThat(upload(candidate, MINE, id, "document", "id.pdf", "<script>".getBytes(StandardCharsets.UTF_8)))
                .as("its content decides, not its name")
                .isEqualTo(400);
        String page = given(officer).get("/applications/" + id).asString();
        assertThat(page)
                .contains("没有发现不符合条件", "3207**********", "测试路 8 号", "身份证件", "还有 5 个工作日", "0 元")
                .doesNotContain(someone.idNumber())
                .doesNotContain("??");
        assertThat(Entrance.post(officer, "/applications/" + id, "/applications/" + id + "/return", "note", "")
                        .statusCode())
                .isEqualTo(400);
        Entrance.post(officer, "/applications/" + id, "/applications/" + id + "/return", "note", "请补岗位");
        assertThat(state(id)).isEqualTo("RETURNED");
        assertThat(given(candidate).get(MINE + "/" + id).asString()).contains("请补岗位", "再次提交");
        Response mended = Entrance.post(
                candidate,
                MINE + "/" + id,
                MINE + "/" + id + "/mend",
                "education",
                "COLLEGE",
                "occupation",
                "架子工",
                "health",
                "NONE",
                "undertaken",
                "true");
        assertThat(mended.statusCode()).as(mended.asString()).isEqualTo(303);
        assertThat(state(id)).isEqualTo("SUBMITTED");
        Entrance.post(officer, "/applications/" + id, "/applications/" + id + "/accept");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        assertThat(upload(candidate, MINE, id, "photo", "p.png", MadeUpPortrait.draw(5)))
                .as("what is accepted stays as it is")
                .isEqualTo(409);
        assertThat(messages())
                .containsExactly(
                        "application_submitted",
                        "application_returned",
                        "application_resubmitted",
                        "application_accepted");
        assertThat(sql.list(
                        "SELECT kind FROM application_event WHERE application_id = ? ORDER BY at, id",
                        row -> row.getString(1),
                        id))
                .containsExactly("SUBMITTED", "PHOTO", "DOCUMENT", "RETURNED", "RESUBMITTED", "ACCEPTED");
    }

    private java.util.List<String> messages() {
        return sql.list(
                "SELECT template FROM message_outbox WHERE person_id = ? ORDER BY created_at, id",
                row -> row.getString(1),
                someone.id());
    }

    @Test
    void aDoubtfulPhotoIsTakenOnlyForAReason() {
        UUID id = sent(apply("operator-scaffolding", "health", "NONE"));
        String accept = "/applications/" + id + "/accept";
        assertThat(Entrance.post(officer, "/applications/" + id, accept).asString())
                .contains("还没有照片，不能受理");
        assertThat(upload(candidate, MINE, id, "photo", "p.png", plain())).isEqualTo(303);
        assertThat(given(candidate).get(MINE + "/" + id).asString()).contains("背景太暗", "看不到人");
        assertThat(Entrance.post(officer, "/applications/" + id, accept).statusCode())
                .isEqualTo(400);
        Entrance.post(officer, "/applications/" + id, accept, "photoReason", "本人到窗口核对过");
        assertThat(state(id)).isEqualTo("ACCEPTED");
        assertThat(given(candidate).get(MINE + "/" + id).asString()).contains("本人到窗口核对过");
    }

    private static byte[] plain() {
        java.awt.image.BufferedImage dark =
                new java.awt.image.BufferedImage(420, 540, java.awt.image.BufferedImage.TYPE_INT_RGB);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(dark, "png", out);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void aRefusalNamesItsRuleAndArticleAndWithdrawingClosesToo() {
        UUID id = sent(apply("operator-scaffolding", "health", "NONE"));
        String refuse = "/applications/" + id + "/refuse";
        assertThat(Entrance.post(officer, "/applications/" + id, refuse, "note", "材料不实")
                        .statusCode())
                .as("no rule")
                .isEqualTo(400);
        Entrance.post(officer, "/applications/" + id, refuse, "rule", "ILLNESS", "note", "体检不合格");
        assertThat(state(id)).isEqualTo("REFUSED");
        assertThat(given(candidate).get(MINE + "/" + id).asString()).contains("妨碍作业的疾病", "总局令第30号 第四条", "体检不合格");
        UUID again = sent(apply("operator-scaffolding", "health", "NONE"));
        Entrance.post(candidate, MINE + "/" + again, MINE + "/" + again + "/withdraw");
        assertThat(state(again)).isEqualTo("WITHDRAWN");
        assertThat(Entrance.post(officer, "/applications/" + again, "/applications/" + again + "/accept")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void declaredHoursGoOnRecordWhenTheReviewerAccepts() {
        UUID post = workplace.post("320612", "principal-hazchem-production");
        workplace.appoint(post, someone, java.time.LocalDate.of(2025, 1, 1));
        made.accepted(someone, "principal-hazchem-production", "320612");
        assertThat(sql.list(
                        "SELECT hours FROM training_record WHERE person_id = ? AND recorded_by = 'account:test'",
                        row -> row.getInt(1),
                        someone.id()))
                .containsExactly(48);
    }

    @Test
    void whoIsNotConcernedSeesNothing() {
        UUID id = sent(apply("operator-scaffolding", "health", "NONE"));
        String number = applications.find(id).orElseThrow().number();
        RequestSpecification elsewhere = Entrance.within("3205", Roles.REGULATOR, accounting);
        assertThat(given(elsewhere).get("/applications/" + id).statusCode()).isEqualTo(404);
        assertThat(given(elsewhere).get("/applications?q=" + number).asString()).doesNotContain(id.toString());
        assertThat(given(officer).get("/applications?q=" + number).asString()).contains(id.toString());
        assertThat(Entrance.post(elsewhere, "/applications", "/applications/" + id + "/accept")
                        .statusCode())
                .isEqualTo(404);
        RequestSpecification another = Entrance.as(
                new Grant(Roles.CANDIDATE, null, null, null),
                workplace.someone().id(),
                accounting);
        assertThat(given(another).get(MINE + "/" + id).statusCode()).isEqualTo(404);
        assertThat(Entrance.post(another, MINE, MINE + "/" + id + "/withdraw").statusCode())
                .isEqualTo(404);
        assertThat(state(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void whatIsOverdueStandsOnTopAndTheListIsExported() throws java.io.IOException {
        UUID first = sent(apply("operator-scaffolding", "health", "NONE"));
        UUID second = sent(apply("operator-brazing", "health", "NONE"));
        sql.update("UPDATE application SET answer_due = '2026-01-05' WHERE id = ?", second);
        String list = given(officer).get("/applications").asString();
        assertThat(list).contains("已经超过法定期限", "已超期");
        assertThat(list.indexOf(second.toString())).isBetween(0, list.indexOf(first.toString()));
        byte[] sheet =
                given(officer).get("/applications/export?state=SUBMITTED").asByteArray();
        try (var book = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new java.io.ByteArrayInputStream(sheet))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(applications.find(second).orElseThrow().number());
        }
    }
}
