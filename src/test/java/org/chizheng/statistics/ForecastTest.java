package org.chizheng.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.Applicants;
import org.chizheng.Certified;
import org.chizheng.CreditCodes;
import org.chizheng.Entrance;
import org.chizheng.PostgresResource;
import org.chizheng.PracticalDay;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.centre.Equipping;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Roles;
import org.chizheng.practical.rule.Slots;
import org.chizheng.training.Providing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The forecast by its doors, beside what the definition of the holder rate says of the same days. Its people are in city 3201. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ForecastTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final String MANAGER = "manager-steelmaking";
    private static final String CABLE = "operator-power-cable";
    private static final String COUNTY = "320116";
    private static final String JSON = "/api/statistics/forecast";
    private static final String PAGE = "/statistics/forecast";

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Applicants applicants;

    @Inject
    PracticalDay practicals;

    @Inject
    Equipping equipping;

    @Inject
    Providing providing;

    @Inject
    Accounting accounting;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private RequestSpecification province;
    private YearMonth first;

    @BeforeEach
    void aRegulatorOfTheProvince() {
        province = Entrance.within("32", Roles.REGULATOR, accounting);
        first = YearMonth.from(clock.today()).plusMonths(1);
        assertThat(Rate.of("3201").denominator()).as("the law is counted").isNotNegative();
    }

    private JsonPath forecast(String qualification, int target) {
        Response answer = given(province)
                .queryParam("region", "3201")
                .queryParam("qualification", qualification)
                .queryParam("by", first.plusMonths(target - 1L).toString())
                .get(JSON);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    /** By month, from 0. */
    private static List<Long> sums(JsonPath forecast, String figure) {
        return forecast.getList("sums." + figure, Long.class);
    }

    private static long sum(List<Long> figures) {
        return figures.stream().mapToLong(figure -> figure).sum();
    }

    private record Told(long required, long open) {}

    /** Of all that is recorded, as the forecast reads it; other tests act at instants to come. */
    private Told byDefinition(String qualification, LocalDate day) {
        return sql.first(
                        "SELECT count(*), count(*) FILTER (WHERE covered_until IS NULL) FROM fitness_on(?, ?) WHERE left(region, 4) = '3201' AND qualification = ?",
                        row -> new Told(row.getLong(1), row.getLong(2)),
                        day,
                        clock.now().plus(Duration.ofDays(3650)),
                        qualification)
                .orElseThrow();
    }

    private void agreesWithTheDefinition(JsonPath forecast, String qualification) {
        for (int point = 0; point <= 12; point++) {
            LocalDate day = first.plusMonths(point).atDay(1);
            String at = "band[" + point + "].";
            assertThat(forecast.getString(at + "day")).isEqualTo(day.toString());
            assertThat(new Told(forecast.getLong(at + "required"), forecast.getLong(at + "open")))
                    .as(day.toString())
                    .isEqualTo(byDefinition(qualification, day));
        }
    }

    @Test
    void whatLapsesIsWhatTheDefinitionSaysOfThatDayAndThePlanReachesAllAndHoldsIt() {
        JsonPath before = forecast(LOW, 3);
        UUID post = workplace.post(COUNTY, LOW);
        LocalDate start = clock.today().minusYears(1);
        workplace.staff(post);
        workplace.staff(post);
        certified.issue(workplace.staff(post), LOW, start, first.atDay(1).minusDays(1));
        certified.issue(workplace.staff(post), LOW, start, first.plusMonths(1).atDay(15));
        certified.issue(workplace.staff(post), LOW, start, first.plusMonths(2).atEndOfMonth());
        certified.issue(workplace.staff(post), LOW, start, first.plusMonths(7).atDay(1));
        certified.issue(workplace.staff(post), LOW, start, clock.today().plusYears(5));
        JsonPath after = forecast(LOW, 3);
        agreesWithTheDefinition(after, LOW);
        assertThat(after.getLong("start.open") - before.getLong("start.open"))
                .as("two without, and one whose certificate ends before the plan begins")
                .isEqualTo(3);
        List<Long> lapses = sums(after, "flow.lapses");
        List<Long> earlier = sums(before, "flow.lapses");
        for (int month = 0; month < 12; month++) {
            assertThat(lapses.get(month) - earlier.get(month))
                    .as("month " + month)
                    .isEqualTo(List.of(1, 2, 7).contains(month) ? 1 : 0);
        }
        List<Long> shares = sums(after, "share");
        assertThat(sum(shares)).isEqualTo(after.getLong("start.open"));
        assertThat(shares.subList(3, 12)).as("after the target").containsOnly(0L);
        assertThat(shares.get(0) - shares.get(2)).as("even").isBetween(-1L, 1L);
        for (int point = 3; point <= 12; point++) {
            assertThat(after.getLong("band[" + point + "].openPlanned")).isZero();
            assertThat(after.getString("band[" + point + "].planned")).isEqualTo("100.00");
        }
        assertThat(sum(sums(forecast(LOW, 12), "share")))
                .as("another month, the same people")
                .isEqualTo(sum(shares));
    }

    @Test
    void graceEndsByItselfAndManagersSitNoPracticalAndTrainByThePolicy() {
        JsonPath before = forecast(MANAGER, 1);
        UUID post = workplace.post(COUNTY, MANAGER);
        LocalDate appointed = first.plusMonths(2).atDay(10).minusMonths(6);
        workplace.appoint(post, workplace.someone(), appointed);
        certified.issue(
                workplace.staff(post),
                MANAGER,
                clock.today().minusYears(1),
                first.plusMonths(4).atDay(20));
        JsonPath after = forecast(MANAGER, 1);
        agreesWithTheDefinition(after, MANAGER);
        assertThat(after.getLong("start.grace") - before.getLong("start.grace")).isEqualTo(1);
        assertThat(sums(after, "flow.graceEnds").get(2)
                        - sums(before, "flow.graceEnds").get(2))
                .isEqualTo(1);
        assertThat(after.getLong("total.certified.initial") - before.getLong("total.certified.initial"))
                .as("counted once, though not held all the time")
                .isEqualTo(1);
        assertThat(after.getLong("total.certified.renewal") - before.getLong("total.certified.renewal"))
                .isEqualTo(1);
        assertThat(after.getLong("total.theory.need") - before.getLong("total.theory.need"))
                .as("a manager renews without an examination")
                .isEqualTo(1);
        assertThat(after.getLong("total.practical.need")).isZero();
        assertThat(after.getLong("total.hours") - before.getLong("total.hours")).isEqualTo(48 + 16);
        assertThat(after.getLong("total.unsaid")).isZero();
    }

    @Test
    void plannedClassesAreTakenOffEachInItsMonthKindAndCity() {
        UUID post = workplace.post(COUNTY, MANAGER);
        for (int i = 0; i < 3; i++) {
            workplace.staff(post);
        }
        certified.issue(workplace.staff(post), MANAGER, clock.today().minusYears(1), first.atDay(20));
        JsonPath before = forecast(MANAGER, 1);
        UUID provider = providing.provider(CreditCodes.provider(), "测试培训中心", COUNTY);
        LocalDate day = first.atDay(12);
        UUID held = planned(provider, COUNTY, "INITIAL", day, 48, 2);
        planned(provider, COUNTY, "YEARLY", day, 12, 40);
        planned(provider, "320205", "INITIAL", day, 48, 7);
        planned(provider, COUNTY, "INITIAL", first.plusMonths(12).atDay(1), 48, 7);
        planned(provider, COUNTY, "RENEWAL", day, 16, 1000);
        JsonPath after = forecast(MANAGER, 1);
        String month = "sums[0].training.";
        assertThat(after.getLong(month + "planned") - before.getLong(month + "planned"))
                .isEqualTo(2 * 48 + 16 * 1000);
        assertThat(before.getLong(month + "gap") - after.getLong(month + "gap"))
                .as("two beginners, and one who renews: what is left of the places for renewals is no beginner's")
                .isEqualTo(2 * 48 + 16);
        assertThat(after.getLong("sums[0].hours")).isEqualTo(before.getLong("sums[0].hours"));
        assertThat(given(province)
                        .get(PAGE + "?lang=zh&show=HOURS&region=3201&qualification=" + MANAGER)
                        .asString())
                .contains("已排学时", "学时：还缺");
        sql.update(
                "UPDATE training_class SET cancelled_at = ?, cancelled_by = 'test', reason = 'test' WHERE id = ?",
                clock.now(),
                held);
        assertThat(forecast(MANAGER, 1).getLong(month + "gap") - after.getLong(month + "gap"))
                .as("cancelled")
                .isEqualTo(2 * 48);
    }

    private UUID planned(UUID provider, String county, String kind, LocalDate last, int hours, int places) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO training_class (id, provider_id, region, qualification, kind, starts_on, ends_on, hours, places, planned_at, planned_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'test')",
                id,
                provider,
                county,
                MANAGER,
                kind,
                last.minusDays(40),
                last,
                hours,
                places,
                clock.now());
        return id;
    }

    @Test
    void plannedSeatsAreTakenOffAndBookedOnesAreNot() {
        workplace.staff(workplace.post(COUNTY, LOW));
        JsonPath before = forecast(LOW, 1);
        UUID centre = applicants.centre(COUNTY);
        UUID room = equipping.room(centre, "考场" + UUID.randomUUID(), 6);
        sql.update(
                "UPDATE seat SET out_since = now(), out_reason = 'test' WHERE id = (SELECT id FROM seat WHERE room_id = ? LIMIT 1)",
                room);
        UUID session = session(room, centre, LOW, "SCHEDULED", first.atDay(20));
        session(room, centre, CABLE, "SCHEDULED", first.atDay(21));
        session(room, centre, LOW, "SCHEDULED", first.plusMonths(12).atDay(1));
        for (int i = 0; i < 2; i++) {
            sql.update(
                    "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at) VALUES (?, ?, ?, 'order-19-operator', ?, ?)",
                    Ids.next(),
                    session,
                    workplace.someone().id(),
                    UUID.randomUUID().toString(),
                    clock.now());
        }
        PracticalDay.Day day = practicals.at(centre, first.atDay(15), 2);
        practicals.admit(day, practicals.passedTheory(clock.today().minusDays(20)));
        int places = sql.first(
                        "SELECT starts_at, ends_at, minutes FROM practical_session WHERE id = ?",
                        row -> Slots.capacity(
                                Sql.instant(row, "starts_at"), Sql.instant(row, "ends_at"), 2, row.getInt("minutes")),
                        day.id())
                .orElseThrow();
        JsonPath after = forecast(LOW, 1);
        assertThat(after.getLong("sums[0].theory.free") - before.getLong("sums[0].theory.free"))
                .as(
                        "six seats, one out of service, two booked; another qualification and a month too late do not count")
                .isEqualTo(3);
        assertThat(after.getLong("total.theory.booked") - before.getLong("total.theory.booked"))
                .isEqualTo(2);
        assertThat(after.getLong("sums[0].practical.free") - before.getLong("sums[0].practical.free"))
                .isEqualTo(places - 1L);
        assertThat(after.getLong("sums[0].practical.booked") - before.getLong("sums[0].practical.booked"))
                .isEqualTo(1);
        for (String part : List.of("theory", "practical")) {
            for (int month = 0; month < 12; month++) {
                String at = "sums[" + month + "]." + part + ".";
                assertThat(after.getLong(at + "gap"))
                        .isEqualTo(Math.max(0, after.getLong(at + "need") - after.getLong(at + "free")));
            }
        }
    }

    private UUID session(UUID room, UUID centre, String qualification, String state, LocalDate day) {
        certified.passed(workplace.someone().id(), "principal-hazchem-production");
        UUID session = Ids.next();
        sql.update(
                "INSERT INTO exam_session (id, room_id, centre_id, qualification, batch_id, policy, starts_at, minutes, late_minutes, state, released_at)"
                        + " SELECT ?, ?, ?, ?, batch_id, 'order-19-operator', ?, 120, 30, ?, ? FROM exam_session LIMIT 1",
                session,
                room,
                centre,
                qualification,
                day.atTime(9, 0).atZone(OfficialClock.ZONE).toInstant(),
                state,
                "ENDED".equals(state) ? clock.now() : null);
        return session;
    }

    @Test
    void retakesAreExpectedFromEnoughResultsOnly() {
        UUID post = workplace.post(COUNTY, CABLE);
        for (int i = 0; i < 3; i++) {
            workplace.staff(post);
        }
        UUID centre = applicants.centre(COUNTY);
        UUID room = equipping.room(centre, "考场" + UUID.randomUUID(), 6);
        LocalDate lastMonth = clock.today().withDayOfMonth(1).minusDays(1);
        released(session(room, centre, CABLE, "ENDED", lastMonth), 29, 20);
        released(session(room, centre, CABLE, "ENDED", clock.today()), 500, 500);
        released(session(room, centre, CABLE, "ENDED", lastMonth.minusMonths(12)), 500, 500);
        JsonPath few = counted(CABLE);
        assertThat(few.getLong("counted.rates[0].theoryResults")).isEqualTo(29);
        assertThat(few.getString("counted.rates[0].theory"))
                .as("29 are too few")
                .isNull();
        assertThat(few.getLong("total.theory.retakes")).isZero();
        released(session(room, centre, CABLE, "ENDED", lastMonth), 31, 10);
        JsonPath enough = counted(CABLE);
        assertThat(enough.getString("counted.rates[0].theory")).isEqualTo("50.0");
        assertThat(enough.getLong("total.theory.need")).isEqualTo(2 * few.getLong("total.theory.need"));
        assertThat(enough.getLong("total.theory.retakes")).isEqualTo(few.getLong("total.theory.need"));
        assertThat(enough.getLong("total.practical.retakes"))
                .as("no practical results")
                .isZero();
        String page = given(province)
                .get(PAGE + "?lang=zh&region=3201&qualification=" + CABLE)
                .asString();
        assertThat(page).contains("未知，按无补考算", "50.0%", "现行政策没有写明学时");
    }

    private void released(UUID session, int results, int passed) {
        sql.update(
                "INSERT INTO session_tally (session_id, candidates, present, scored, passed, points, squares, timed, seconds, second_squares, counted_at)"
                        + " VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, ?)",
                session,
                results,
                results,
                results,
                passed,
                clock.now());
    }

    /** Counts again when everything has been settled, by the door. */
    private JsonPath counted(String qualification) {
        for (int i = 0;
                i < 1000
                        && sql.first("SELECT 1 FROM figure_pending LIMIT 1", row -> true)
                                .isPresent();
                i++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(Entrance.post(province, PAGE, PAGE + "/count").statusCode()).isEqualTo(303);
        return forecast(qualification, 3);
    }

    private static Map<String, Long> steps(JsonPath forecast) {
        Map<String, Long> steps = new java.util.HashMap<>();
        List<String> names = forecast.getList("counted.steps.name");
        List<Long> counts = forecast.getList("counted.steps.requirements", Long.class);
        for (int i = 0; i < names.size(); i++) {
            steps.put(names.get(i), counts.get(i));
        }
        return steps;
    }

    @Test
    void everyRequirementStandsAtTheFurthestStepThatItsPersonHasReached() {
        UUID post = workplace.post(COUNTY, LOW);
        Map<String, Long> before = steps(counted(LOW));
        workplace.staff(post);
        Someone applied = workplace.staff(post);
        applicants.accepted(applied.id(), LOW, COUNTY, null);
        Someone sat = workplace.staff(post);
        sat(sat, applicants.accepted(sat.id(), LOW, COUNTY, null));
        Someone theory = workplace.staff(post);
        practicals.fact(theory, "THEORY_PASSED", clock.today().minusDays(30));
        Someone all = workplace.staff(post);
        practicals.fact(all, "THEORY_PASSED", clock.today().minusDays(30));
        practicals.fact(all, "PRACTICAL_PASSED", clock.today().minusDays(5));
        Someone used = workplace.staff(post);
        practicals.fact(used, "THEORY_PASSED", clock.today().minusDays(30));
        practicals.fact(used, "PRACTICAL_PASSED", clock.today().minusDays(20));
        practicals.fact(used, "CERTIFICATE_ISSUED", clock.today().minusDays(10));
        certified.issue(workplace.staff(post), LOW);
        Map<String, Long> after = steps(counted(LOW));
        Map<String, Long> more = Map.of(
                "REQUIRED",
                7L,
                "NOT_HELD",
                6L,
                "GRACE",
                0L,
                "APPLIED",
                4L,
                "SAT",
                3L,
                "THEORY",
                2L,
                "PASSED",
                1L,
                "HELD",
                1L);
        more.forEach((step, count) ->
                assertThat(after.get(step) - before.get(step)).as(step).isEqualTo(count));
    }

    /** Checked in, with a seat and a paper. */
    private void sat(Someone someone, UUID application) {
        UUID centre = applicants.centre(COUNTY);
        UUID room = equipping.room(centre, "考场" + UUID.randomUUID(), 1);
        UUID session = session(room, centre, LOW, "ENDED", clock.today());
        UUID paper = Ids.next();
        sql.update(
                "INSERT INTO paper (id, batch_id, ordinal, digest, body, created_at) SELECT ?, batch_id, 1000 + (random() * 1000000)::int, 'none', '{\"items\": []}', now() FROM exam_session WHERE id = ?",
                paper,
                session);
        sql.update(
                "INSERT INTO enrolment (id, session_id, person_id, policy, ticket, enrolled_at, application_id, checked_in_at, seat_id, paper_id)"
                        + " SELECT ?, ?, ?, 'order-19-operator', ?, now(), ?, now(), s.id, ? FROM seat s WHERE s.room_id = ?",
                Ids.next(),
                session,
                someone.id(),
                UUID.randomUUID().toString(),
                application,
                paper,
                room);
    }

    @Test
    void theProvinceIsTheSumOfItsCitiesAndTheFilesSayTheSame() throws IOException {
        JsonPath all = given(province).get(JSON + "?region=32").jsonPath();
        long cities = 0;
        for (String city : all.<String>getList("rows.code")) {
            JsonPath one = given(province).get(JSON + "?region=" + city).jsonPath();
            cities += one.getLong("total.certified.initial") + one.getLong("total.certified.renewal");
        }
        assertThat(cities).isEqualTo(all.getLong("total.certified.initial") + all.getLong("total.certified.renewal"));
        byte[] book =
                given(province).get(PAGE + "/forecast.xlsx?lang=zh&region=3201").asByteArray();
        List<String> csv = given(province)
                .get(PAGE + "/forecast.csv?lang=zh&region=3201")
                .asString()
                .lines()
                .toList();
        JsonPath city = given(province).get(JSON + "?region=3201").jsonPath();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(7);
            XSSFSheet details = workbook.getSheet("明细");
            assertThat(details.getLastRowNum())
                    .isEqualTo(city.getList("details").size());
            assertThat(csv).hasSize(details.getLastRowNum() + 1);
            double initial = 0;
            for (int row = 1; row <= details.getLastRowNum(); row++) {
                initial += details.getRow(row).getCell(10).getNumericCellValue();
            }
            assertThat(details.getRow(0).getCell(10).getStringCellValue()).isEqualTo("首次取证");
            assertThat(initial).isEqualTo(city.getLong("total.certified.initial"));
            assertThat(workbook.getSheet("说明").getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("项目");
        }
    }

    @Test
    void aRegulatorOfACitySeesThatCityAndOneOfACountyNone() {
        RequestSpecification city = Entrance.within("3201", Roles.REGULATOR, accounting);
        assertThat(given(city).get(JSON).<String>path("region")).isEqualTo("3201");
        assertThat(given(city).get(JSON + "?region=3201").statusCode()).isEqualTo(200);
        for (String region : List.of("32", "3203", "99")) {
            assertThat(given(city).get(JSON + "?region=" + region).statusCode()).isEqualTo(404);
        }
        RequestSpecification county = Entrance.within(COUNTY, Roles.REGULATOR, accounting);
        Response refused = given(county).get(PAGE + "?lang=zh");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("预测按设区市编制").doesNotContain("??");
        assertThat(given(county).get(JSON + "?region=3201").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "region, 320116, 地区, Region",
        "by, 2026-13, 到哪个月底, Reach 100 %",
        "by, 1999-01, 到哪个月底, Reach 100 %",
        "by, soon, 到哪个月底, Reach 100 %",
        "qualification, plumber, 资格, Qualification",
        "show, everything, 表中显示, Table shows"
    })
    void whatIsNotRightIsNamedInBothLanguages(String field, String value, String zh, String en) {
        for (String lang : List.of("zh", "en")) {
            Response refused = given(province)
                    .queryParam(field, value)
                    .queryParam("lang", lang)
                    .get("show".equals(field) ? PAGE : JSON);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.asString()).contains("(" + field + ")", lang.equals("zh") ? zh : en);
        }
    }
}
