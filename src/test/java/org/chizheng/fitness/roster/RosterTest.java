package org.chizheng.fitness.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.chizheng.Certified;
import org.chizheng.PostgresResource;
import org.chizheng.Workplace;
import org.chizheng.Workplace.Someone;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.exchange.sheet.PlainTable.Line;
import org.chizheng.fitness.Fitness;
import org.chizheng.fitness.roster.RosterAnswer.Outcome;
import org.chizheng.fitness.roster.RosterTaking.Taken;
import org.chizheng.journey.Newcomer;
import org.chizheng.people.IdForm;
import org.chizheng.people.Registering;
import org.chizheng.workforce.WorkforceRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Rosters are taken whole or not at all, match people by their documents, and can be repeated. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RosterTest {
    private static final String LOW = "operator-low-voltage-electrical";
    private static final int MANY = 2_000;
    private static final String NOBODYS = "320700199001019015";

    @Inject
    RosterTaking taking;

    @Inject
    RosterTable table;

    @Inject
    Workplace workplace;

    @Inject
    Certified certified;

    @Inject
    Registering registering;

    @Inject
    Fitness fitness;

    @Inject
    OfficialClock clock;

    @Inject
    Sql sql;

    private UUID enterprise;

    @BeforeEach
    void anEnterprise() {
        enterprise = workplace.enterprise("320205");
    }

    private Taken take(Rosters roster) {
        return taking.take(RosterReach.of(enterprise), roster.lines(), UUID.randomUUID());
    }

    private Set<String> stays(Instant knownAt) {
        return new HashSet<>(sql.list(
                "SELECT a.person_id || ' ' || p.title || ' ' || a.valid_from || ' ' || COALESCE(a.valid_until::text, '') FROM appointment a JOIN post p ON p.id = a.post_id"
                        + " WHERE p.enterprise_id = ? AND a.known_from <= ? AND (a.known_until IS NULL OR a.known_until > ?)",
                row -> row.getString(1),
                enterprise,
                knownAt,
                knownAt));
    }

    @Test
    void aRosterMakesPeoplePostsRequirementsAndAppointmentsAndAgainChangesNothing() {
        Someone known = workplace.someone();
        Rosters roster = new Rosters()
                .row(known.name(), known.idNumber(), "电工", "2024-01-01", "")
                .row("测试新人", NOBODYS, "电工", "2024-02-01", "2024-05-01")
                .row("测试新人", NOBODYS, "维修电工", "2024-05-01", "");
        Taken first = take(roster);
        assertThat(first.answers()).extracting(RosterAnswer::outcome).containsOnly(Outcome.FRESH);
        assertThat(first.taken()).isTrue();
        assertThat(first.people()).isEqualTo(1);
        long before = count();
        Taken again = take(roster);
        assertThat(again.answers()).extracting(RosterAnswer::outcome).containsOnly(Outcome.SAME);
        assertThat(again.people()).isZero();
        assertThat(count()).isEqualTo(before);
        assertThat(fitness.ofEnterprise(enterprise, clock.today(), clock.now())).hasSize(2);
    }

    /** Rows of all tables that a roster writes. */
    private long count() {
        return sql.first(
                        "SELECT (SELECT count(*) FROM appointment a JOIN post p ON p.id = a.post_id WHERE p.enterprise_id = ?)"
                                + " + (SELECT count(*) FROM requirement r JOIN post p ON p.id = r.post_id WHERE p.enterprise_id = ?) + (SELECT count(*) FROM post WHERE enterprise_id = ?)",
                        row -> row.getLong(1),
                        enterprise,
                        enterprise,
                        enterprise)
                .orElseThrow();
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasKnownAndLeavesItOnRecord() {
        Someone someone = workplace.someone();
        take(new Rosters().row(someone.name(), someone.idNumber(), "电工", "2024-01-01", ""));
        Instant then = clock.now();
        Taken corrected = take(new Rosters().row(someone.name(), someone.idNumber(), "电工", "2024-02-01", "2024-08-01"));
        assertThat(corrected.answers().get(0).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(corrected.answers().get(0).text("zh")).contains("2024-01-01", "职工");
        assertThat(stays(then)).containsExactly(someone.id() + " 电工 2024-01-01 ");
        assertThat(stays(clock.now())).containsExactly(someone.id() + " 电工 2024-02-01 2024-08-01");
        take(new Rosters().row(someone.name(), someone.idNumber(), "电工", "2025-01-01", ""));
        assertThat(stays(clock.now())).as("came back").hasSize(2);
    }

    /** The planner guesses what is left of a list after a comparison, and a wrong guess has it read all appointments for each row. */
    @Test
    void aLongListReadsWhatIsKnownOfItsPeopleAndNotAllForEachRow() {
        take(many("2024-01-01"));
        Taken corrected = QuarkusTransaction.requiringNew().call(() -> {
            Taken taken = take(many("2024-02-01"));
            long[] read = read();
            assertThat(read[0]).as("read one after the other").isLessThanOrEqualTo(4 * read[2]);
            assertThat(read[1]).as("found by an index").isLessThanOrEqualTo(8L * MANY);
            return taken;
        });
        assertThat(corrected.count(Outcome.CHANGED)).isEqualTo(MANY);
        assertThat(stays(clock.now())).hasSize(MANY).allMatch(stay -> stay.contains("2024-02-01"));
    }

    /** People of a contractor, whom no figure of another test counts. */
    private static Rosters many(String from) {
        Rosters roster = new Rosters();
        LocalDate born = LocalDate.of(1970, 1, 1);
        for (int i = 0; i < MANY; i++) {
            String first17 = "320771%s999".formatted(born.plusDays(i).format(DateTimeFormatter.BASIC_ISO_DATE));
            roster.row("演示" + i, first17 + Newcomer.check(first17), "电工", from, "")
                    .and(Map.of("worker_kind", "承包商人员"));
        }
        return roster;
    }

    /** Of appointments in this transaction: rows read one after the other, rows found by an index, all there are. */
    private long[] read() {
        return sql.first(
                        "SELECT seq_tup_read, idx_tup_fetch, (SELECT count(*) FROM appointment) FROM pg_stat_xact_user_tables WHERE relname = 'appointment'",
                        row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .orElseThrow();
    }

    /** Neither sees the other's stays before it is written; both on record, the person would count twice. */
    @Test
    void whoIsAppointedWhileAListIsTakenStandsThereOnce() {
        Someone someone = workplace.someone();
        UUID post = workplace.post(enterprise, LOW);
        CompletableFuture<UUID> alone;
        QuarkusTransaction.begin();
        try {
            take(new Rosters().row(someone.name(), someone.idNumber(), "测试岗位", "2024-01-01", "2024-06-01"));
            int own = sql.first("SELECT pg_backend_pid()", row -> row.getInt(1)).orElseThrow();
            alone = CompletableFuture.supplyAsync(() -> workplace.appoint(post, someone, LocalDate.of(2024, 3, 1)));
            while (!alone.isDone() && !waits(own)) {
                Thread.onSpinWait();
            }
        } finally {
            QuarkusTransaction.commit();
        }
        assertThatThrownBy(alone::join)
                .cause()
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(WorkforceRefusal.ALREADY_ON_POST));
        assertThat(stays(clock.now())).containsExactly(someone.id() + " 测试岗位 2024-01-01 2024-06-01");
    }

    /** Whether somebody waits for that session of the database. */
    private boolean waits(int session) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.first(
                                "SELECT 1 FROM pg_locks WHERE NOT granted AND ? = ANY (pg_blocking_pids(pid))",
                                row -> true,
                                session)
                        .isPresent());
    }

    /** An index by hash does not grow beyond a bucket that the same statement is reading: after a long list each look-up went through 65 pages. */
    @Test
    void appointmentsAreNotLookedUpByHash() {
        assertThat(sql.list(
                        "SELECT indexdef FROM pg_indexes WHERE tablename IN ('appointment', 'person', 'post', 'requirement')",
                        row -> row.getString(1)))
                .isNotEmpty()
                .noneMatch(index -> index.contains("USING hash"));
    }

    @Test
    void oneRefusedRowKeepsAllOthersOut() {
        Someone someone = workplace.someone();
        Taken taken = take(new Rosters()
                .row("测试新人", "320700199001019031", "电工", "2024-01-01", "")
                .row("另外一人", someone.idNumber(), "电工", "2024-01-01", "")
                .row("测试新人", "320700199001019030", "电工", "2024-01-01", "")
                .row("测试新人", "320700199001019031", "电工", "2999-01-01", "")
                .row("测试新人", "320700199001019031", "电工", "2023-01-01", "")
                .row("测试老人", "320700199001019031", "电焊工", "2024-01-01", ""));
        assertThat(taken.taken()).isFalse();
        assertThat(taken.answers())
                .extracting(a -> a.reason() == null ? "" : a.reason().replaceAll(".*refused_", ""))
                .containsExactly("", "NAME_DIFFERS", "ID_NUMBER_CHECK", "DAY_INVALID", "PERIODS_OVERLAP", "TWO_NAMES");
        assertThat(taken.answers().get(1).text("zh"))
                .as("a stranger's name is veiled")
                .contains("另外一人", "测***");
        assertThat(taken.answers().get(5).text("en")).contains("测试老人", "测试新人", "row 2");
        assertThat(stays(clock.now())).isEmpty();
    }

    @Test
    void theOwnPeoplesNamesAreToldInFull() {
        Someone someone = workplace.someone();
        take(new Rosters().row(someone.name(), someone.idNumber(), "电工", "2024-01-01", ""));
        Taken taken = take(new Rosters().row("另外一人", someone.idNumber(), "电工", "2024-01-01", ""));
        assertThat(taken.answers().get(0).arguments()).containsExactly("另外一人", someone.name());
    }

    @Test
    void aCertificateOfAnotherIdTypeNeverCountsForAPerson() {
        String number = workplace.someone().idNumber();
        Someone holder = new Someone(
                registering
                        .register("测试同号", new IdForm("PASSPORT", number, "1990-01-01", "MALE"))
                        .id(),
                "测试同号",
                number);
        certified.issue(holder, LOW);
        take(new Rosters().row("测试工人", number, "电工", "2024-01-01", ""));
        assertThat(fitness.ofEnterprise(enterprise, clock.today(), clock.now()))
                .singleElement()
                .matches(row -> !row.person().equals(holder.id()) && !row.covered());
        take(new Rosters().row("测试同号", number, "电工", "2024-01-01", "").and(Map.of("id_type", "护照")));
        assertThat(fitness.ofEnterprise(enterprise, clock.today(), clock.now()))
                .hasSize(2)
                .filteredOn(Fitness.OnPost::covered)
                .extracting(Fitness.OnPost::person)
                .containsExactly(holder.id());
    }

    @Test
    void aNewPassportNeedsBirthAndSex() {
        Rosters bare = new Rosters()
                .row("TEST PERSON", "E" + System.nanoTime() % 100_000_000, "电工", "2024-01-01", "")
                .and(Map.of("id_type", "Passport"));
        assertThat(take(bare).answers().get(0).reason()).isEqualTo("people_refused_BIRTH_NEEDED");
        Taken whole = take(bare.and(Map.of("birth", "1991.2.3", "sex", "女")));
        assertThat(whole.taken()).isTrue();
    }

    @Test
    void aListOfAnAuthorityReachesItsRegionsEnterprisesOnly() {
        Someone someone = workplace.someone();
        String code = sql.first("SELECT credit_code FROM enterprise WHERE id = ?", row -> row.getString(1), enterprise)
                .orElseThrow();
        List<Line> lines = new Rosters()
                .row(someone.name(), someone.idNumber(), "电工", "2024-01-01", "")
                .and(Map.of("credit_code", code))
                .lines();
        assertThat(taking.take(new RosterReach(null, List.of("3203")), lines, UUID.randomUUID())
                        .answers()
                        .get(0)
                        .reason())
                .isEqualTo("roster_refused_ENTERPRISE_UNKNOWN");
        assertThat(taking.take(new RosterReach(null, List.of("3202")), lines, UUID.randomUUID())
                        .taken())
                .isTrue();
    }

    @Test
    void csvIsReadInBothEncodings() throws Exception {
        String text = "姓名,证件号码,岗位,应持证书,任职日期,离岗日期\n测试甲,320700199001019015,电工,低压电工作业,2024/3/1,\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Path file = Files.createTempFile("roster", ".csv");
            Files.writeString(file, text, charset);
            List<Line> lines = table.read(file, false);
            Files.delete(file);
            assertThat(lines).singleElement().satisfies(line -> {
                assertThat(line.text("name")).isEqualTo("测试甲");
                assertThat(line.text("from")).isEqualTo("2024/3/1");
            });
        }
    }

    /** A stay as the naive model has it. */
    private record Stay(UUID person, String post, LocalDate from, LocalDate until) {
        boolean meets(Stay other) {
            return person.equals(other.person)
                    && post.equals(other.post)
                    && (until == null || until.isAfter(other.from))
                    && (other.until == null || other.until.isAfter(from));
        }

        String text() {
            return person + " " + post + " " + from + " " + (until == null ? "" : until);
        }
    }

    @Test
    void whateverRostersComeTwiceChangesNothingAndEveryPastKnowledgeStays() {
        Random random = new Random(20261127);
        List<Someone> people =
                List.of(workplace.someone(), workplace.someone(), workplace.someone(), workplace.someone());
        for (int history = 0; history < 12; history++) {
            enterprise = workplace.enterprise("320205");
            Set<Stay> model = new HashSet<>();
            Map<Instant, Set<String>> known = new HashMap<>();
            for (int upload = 0; upload < 5; upload++) {
                List<Stay> roster = roster(random, people);
                Rosters rows = rows(roster, people);
                assertThat(take(rows).taken()).isTrue();
                model.removeIf(stay -> roster.stream().anyMatch(stay::meets));
                model.addAll(roster);
                Instant now = clock.now();
                Set<String> texts = texts(model);
                assertThat(stays(now)).isEqualTo(texts);
                long rowsBefore = count();
                assertThat(take(rows).answers())
                        .extracting(RosterAnswer::outcome)
                        .containsOnly(Outcome.SAME);
                assertThat(count()).isEqualTo(rowsBefore);
                known.put(now, texts);
            }
            known.forEach((then, texts) -> assertThat(stays(then)).isEqualTo(texts));
        }
    }

    private static Set<String> texts(Set<Stay> stays) {
        Set<String> texts = new HashSet<>();
        stays.forEach(stay -> texts.add(stay.text()));
        return texts;
    }

    /** Stays that do not meet each other. */
    private static List<Stay> roster(Random random, List<Someone> people) {
        List<Stay> roster = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LocalDate from = LocalDate.of(2024, 1, 1).plusMonths(random.nextInt(12));
            LocalDate until = random.nextInt(3) == 0 ? null : from.plusMonths(1 + random.nextInt(6));
            Stay stay = new Stay(people.get(random.nextInt(people.size())).id(), "岗位" + random.nextInt(2), from, until);
            if (roster.stream().noneMatch(stay::meets)) {
                roster.add(stay);
            }
        }
        return roster;
    }

    private static Rosters rows(List<Stay> roster, List<Someone> people) {
        Rosters rows = new Rosters();
        for (Stay stay : roster) {
            Someone someone = people.stream()
                    .filter(p -> p.id().equals(stay.person()))
                    .findFirst()
                    .orElseThrow();
            rows.row(
                    someone.name(),
                    someone.idNumber(),
                    stay.post(),
                    stay.from().toString(),
                    stay.until() == null ? "" : stay.until().toString());
        }
        return rows;
    }
}
