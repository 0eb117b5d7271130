package org.chizheng.training;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.CreditCodes;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Trainings are recorded one by one or as a list, all of it or nothing; later stages are told who taught whom and for how long. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RecordingTrainingTest {
    private static final String LOW = "operator-low-voltage-electrical";

    @Inject
    Providing providing;

    @Inject
    Providers providers;

    @Inject
    RecordingTraining recording;

    @Inject
    Trainings trainings;

    @Inject
    Workplace workplace;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    private UUID provider;
    private UUID trainer;
    private Workplace.Someone teacher;
    private Workplace.Someone learner;
    private LocalDate today;
    private RequestSpecification administrator;

    @BeforeEach
    void aProviderWithATrainer() {
        today = clock.today();
        provider = providing.provider(CreditCodes.provider(), "测试培训中心", "320102");
        teacher = workplace.someone();
        trainer = providing.trainer(provider, teacher.name(), teacher.idNumber(), today.minusYears(1));
        learner = workplace.someone();
        administrator = Entrance.within("3201", Roles.ADMINISTRATOR, accounting);
    }

    private TrainingForm form(String kind, int hours, LocalDate ended, boolean passed, String taught) {
        return new TrainingForm(
                learner.name(),
                learner.idNumber(),
                LOW,
                kind,
                hours,
                ended.minusDays(2),
                ended,
                "安全用电",
                passed,
                taught,
                "");
    }

    @Test
    void laterStagesAreToldWhoTaughtAndForHowLong() {
        Source at = Source.provider(provider);
        recording.record(at, form("INITIAL", 48, today.minusDays(300), true, teacher.name()), "test");
        recording.record(at, form("初次培训", 24, today.minusDays(30), true, teacher.idNumber()), "test");
        recording.record(at, form("YEARLY", 16, today.minusDays(20), true, ""), "test");
        recording.record(at, form("INITIAL", 8, today.minusDays(10), false, ""), "test");
        UUID enterprise = workplace.enterprise("320102");
        recording.record(Source.enterprise(enterprise), form("AFTER_ACCIDENT", 20, today, true, ""), "test");
        Trainings.TrainedBy by = trainings.trainedBy(learner.id(), LOW);
        assertThat(by.providers()).containsExactly(provider);
        assertThat(by.trainers()).containsExactly(trainer);
        assertThat(by.persons()).containsExactly(teacher.id());
        assertThat(trainings
                        .trainedBy(learner.id(), "principal-hazchem-production")
                        .providers())
                .isEmpty();
        assertThat(trainings.hours(learner.id(), LOW, "INITIAL", today.minusDays(300)))
                .as("what was not passed does not count")
                .isEqualTo(72);
        assertThat(trainings.hours(learner.id(), LOW, "INITIAL", today.minusDays(299)))
                .isEqualTo(24);
        assertThat(trainings.hours(learner.id(), LOW, "YEARLY", today.minusYears(1)))
                .isEqualTo(16);
        assertThat(trainings.hours(learner.id(), LOW, "AFTER_ACCIDENT", today)).isEqualTo(20);
        assertThat(trainings.hours(learner.id(), LOW, "RENEWAL", today.minusYears(9)))
                .isZero();
        assertThat(trainings.ofPerson(learner.id())).hasSize(5);
    }

    private void refused(TrainingRefusal reason, Source source, TrainingForm form) {
        assertThatThrownBy(() -> recording.record(source, form, "test"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void whatCannotBeSoIsRefusedByName() {
        Source at = Source.provider(provider);
        refused(TrainingRefusal.KIND_UNKNOWN, at, form("EVENING", 8, today, true, ""));
        refused(TrainingRefusal.HOURS_INVALID, at, form("YEARLY", 2001, today, true, ""));
        refused(TrainingRefusal.DATES_INVALID, at, form("YEARLY", 8, today.plusDays(1), true, ""));
        refused(TrainingRefusal.TRAINER_UNKNOWN, at, form("YEARLY", 8, today, true, "某人"));
        refused(TrainingRefusal.TRAINER_NOT_THERE, at, form("YEARLY", 8, today.minusYears(2), true, teacher.name()));
        refused(
                TrainingRefusal.TRAINER_UNKNOWN,
                Source.enterprise(workplace.enterprise("320102")),
                form("YEARLY", 8, today, true, teacher.name()));
        recording.record(at, form("YEARLY", 8, today, true, ""), "test");
        refused(TrainingRefusal.RECORDED_ALREADY, at, form("YEARLY", 9, today, true, ""));
    }

    private String door() {
        return "/training/records/providers/" + provider;
    }

    private Response upload(RequestSpecification who, String name, byte[] file) {
        Response shown = given(who).get(door());
        String token = Entrance.token(shown);
        return given(who)
                .redirects()
                .follow(false)
                .cookies(shown.cookies())
                .multiPart("csrf-token", token)
                .multiPart("file", name, file)
                .post(door() + "/upload");
    }

    /** Dates as Excel keeps them, and as text. */
    private byte[] sheet(List<Workplace.Someone> people, String kindOfLast) throws IOException {
        try (Workbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet();
            CellStyle date = book.createCellStyle();
            date.setDataFormat((short) 14);
            String[] heads = {"姓名", "身份证号码", "资格项目", "培训类型", "学时", "开始日期", "结束日期", "培训内容", "教师"};
            Row head = sheet.createRow(0);
            for (int i = 0; i < heads.length; i++) {
                head.createCell(i).setCellValue(heads[i]);
            }
            for (int r = 0; r < people.size(); r++) {
                Row row = sheet.createRow(r + 1);
                String kind = r == people.size() - 1 ? kindOfLast : "年度再培训";
                String[] texts = {people.get(r).name(), people.get(r).idNumber(), "低压电工作业", kind};
                for (int i = 0; i < texts.length; i++) {
                    row.createCell(i).setCellValue(texts[i]);
                }
                row.createCell(4).setCellValue(16);
                Cell started = row.createCell(5);
                started.setCellValue(LocalDate.of(2026, 3, 1));
                started.setCellStyle(date);
                row.createCell(6).setCellValue("2026年3月2日");
                row.createCell(7).setCellValue("安全用电");
                row.createCell(8).setCellValue(teacher.name());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aListIsRecordedWholeOrComesBackWithTheReasons() throws IOException {
        Workplace.Someone second = workplace.someone();
        Response returned = upload(administrator, "名单.xlsx", sheet(List.of(learner, second, learner), "夜校"));
        assertThat(returned.statusCode()).isEqualTo(400);
        assertThat(returned.asString()).contains("3 行中有 1 行", "第 4 行", "培训类型不正确");
        assertThat(trainings.of(Source.provider(provider), 10))
                .as("nothing by halves")
                .isEmpty();
        String file = returned.htmlPath()
                .getString("**.find { it.name() == 'a' && it.@href.text().contains('/training/returned/') }.@href");
        try (Workbook book = WorkbookFactory.create(
                new ByteArrayInputStream(given(administrator).get(file).asByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(3).getCell(9).getStringCellValue())
                    .contains("培训类型不正确");
            assertThat(book.getSheetAt(0).getRow(1).getCell(9)).isNull();
        }
        RequestSpecification other = Entrance.within("3201", Roles.ADMINISTRATOR, accounting);
        assertThat(given(other).get(file).statusCode())
                .as("its account's alone")
                .isEqualTo(404);
        Response twice = upload(administrator, "名单.xlsx", sheet(List.of(learner, second, learner), "年度再培训"));
        assertThat(twice.asString()).contains("重复");
        Response taken = upload(administrator, "名单.xlsx", sheet(List.of(learner, second), "事故后再培训"));
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(303);
        assertThat(trainings.of(Source.provider(provider), 10)).hasSize(2).allSatisfy(record -> {
            assertThat(record.startedOn()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(record.endedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        });
        assertThat(trainings.hours(second.id(), LOW, "AFTER_ACCIDENT", LocalDate.of(2026, 1, 1)))
                .isEqualTo(16);
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(
                given(administrator).get(door() + "/file").asByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsNoListSaysWhy() throws IOException {
        assertThat(upload(administrator, "x.csv", "a,b\n".getBytes(UTF_8)).asString())
                .contains("没有找到表头");
        byte[] template = given(administrator).get(door() + "/template").asByteArray();
        assertThat(upload(administrator, "空白.xlsx", template).asString()).contains("名单里没有人");
    }

    @Test
    void eachSeesAndRecordsItsOwn() {
        UUID enterprise = workplace.enterprise("320102");
        String own = "/training/records/enterprises/" + enterprise;
        RequestSpecification employer =
                Entrance.as(new Grant(Roles.EMPLOYER, null, null, enterprise), null, accounting);
        String[] form = {
            "name",
            learner.name(),
            "idNumber",
            learner.idNumber(),
            "qualification",
            LOW,
            "kind",
            "YEARLY",
            "hours",
            "16",
            "startedOn",
            today.toString(),
            "endedOn",
            today.toString(),
            "content",
            "班组再培训",
            "passed",
            "true"
        };
        assertThat(Entrance.post(employer, own, own, form).statusCode()).isEqualTo(303);
        Response twice = Entrance.post(employer, own, own, form);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.asString()).contains("已登记").doesNotContain(learner.idNumber());
        assertThat(given(employer).get(door()).statusCode()).isEqualTo(404);
        RequestSpecification regulator = Entrance.within("3201", Roles.REGULATOR, accounting);
        assertThat(given(regulator).get(own).asString()).contains("班组再培训").doesNotContain("/upload\"");
        assertThat(Entrance.post(regulator, own, own, form).statusCode()).isEqualTo(403);
        RequestSpecification far = Entrance.within("3203", Roles.REGULATOR, accounting);
        assertThat(given(far).get(own).statusCode()).isEqualTo(404);
        assertThat(given(far).get("/training/providers/" + provider).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAdministratorEntersProvidersAndTheirTrainers() {
        String code = CreditCodes.provider();
        String[] form = {"creditCode", code, "name", "新培训中心", "region", "320102"};
        Response entered = Entrance.post(administrator, "/training/providers", "/training/providers", form);
        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(303);
        assertThat(Entrance.post(administrator, "/training/providers", "/training/providers", form)
                        .statusCode())
                .isEqualTo(409);
        form[1] = code.substring(1) + "0";
        assertThat(Entrance.post(administrator, "/training/providers", "/training/providers", form)
                        .asString())
                .contains("统一社会信用代码不正确");
        String page = entered.header("Location").replaceAll(".*/training/", "/training/");
        String[] someone = {"name", teacher.name(), "idNumber", teacher.idNumber(), "since", today.toString()};
        assertThat(Entrance.post(administrator, page, page + "/trainers", someone)
                        .statusCode())
                .isEqualTo(303);
        assertThat(Entrance.post(administrator, page, page + "/trainers", someone)
                        .statusCode())
                .isEqualTo(409);
        UUID id = UUID.fromString(page.replaceAll(".*/", ""));
        UUID there = providers.trainers(id).get(0).id();
        assertThat(given(administrator)
                        .queryParam("q", teacher.name())
                        .get("/training/providers")
                        .asString())
                .as("one person, two providers")
                .contains("新培训中心", "测试培训中心");
        String leave = page + "/trainers/" + there + "/leave";
        assertThat(Entrance.post(
                                administrator,
                                page,
                                leave,
                                "until",
                                today.minusDays(1).toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(Entrance.post(administrator, page, leave, "until", today.toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(providers.find(id).orElseThrow().trainers())
                .as("the last day counts")
                .isEqualTo(1);
        assertThat(providers.trainer(there).orElseThrow().until()).isEqualTo(today);
        assertThat(given(administrator).get("/training/providers/file").statusCode())
                .isEqualTo(200);
    }
}
