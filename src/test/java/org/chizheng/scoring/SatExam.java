package org.chizheng.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.chizheng.BankFixture;
import org.chizheng.Entrance;
import org.chizheng.Workplace;
import org.chizheng.bank.Loading;
import org.chizheng.blueprint.BlueprintLoading;
import org.chizheng.centre.Equipping;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.session.CheckingIn;
import org.chizheng.session.Enrolling;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.Opening;
import org.chizheng.session.Scheduling;
import org.chizheng.session.Sessions;
import org.junit.jupiter.api.BeforeEach;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** An exam by a bank of its own: theory only, cut 80 of 100. Of three papers that half the bank fills two must share a single-choice item: they are sat, and its key is said to be wrong. */
public abstract class SatExam {
    static final String QUALIFICATION = "principal-steelmaking";
    protected static final String PASSWORD = "a long word for tests";
    /** Places of the options of a single-choice item, as the author wrote them. */
    static final int RIGHT_THEN = 0;

    static final int RIGHT_NOW = 1;
    private static final AtomicInteger SUBJECTS = new AtomicInteger();

    @Inject
    protected Loading loading;

    @Inject
    protected BlueprintLoading blueprints;

    @Inject
    protected Equipping equipping;

    @Inject
    protected Scheduling scheduling;

    @Inject
    protected Enrolling enrolling;

    @Inject
    protected Opening opening;

    @Inject
    protected CheckingIn checkingIn;

    @Inject
    protected Sessions sessions;

    @Inject
    protected Results results;

    @Inject
    protected Releasing releasing;

    @Inject
    protected Accounting accounting;

    @Inject
    protected Workplace workplace;

    @Inject
    protected OfficialClock clock;

    @Inject
    protected Sql sql;

    /** One who sits, with the opened paper. */
    public record Examinee(Workplace.Someone who, UUID enrolment, RequestSpecification door, Response opened) {
        public List<Map<String, Object>> items() {
            return opened.path("paper.items");
        }
    }

    protected UUID session;
    protected Examinee first;
    protected Examinee second;
    protected Path bank;
    /** The item whose key is wrong: its words and its code. */
    protected String stem;

    protected String item;

    @BeforeEach
    protected void anExamUnderWay() throws IOException {
        int number = SUBJECTS.incrementAndGet();
        String prefix = "R" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
        bank = BankFixture.write(
                Files.createTempDirectory(Path.of("target"), "bank"),
                "regrade-" + prefix.toLowerCase(java.util.Locale.ROOT),
                prefix,
                QUALIFICATION);
        loading.load(bank);
        blueprints.load(bank);
        UUID centre = equipping.centre("R" + UUID.randomUUID(), "判分测试考点", "Regrade test centre", "320102");
        session = scheduling.schedule(equipping.room(centre, "1", 5), QUALIFICATION, clock.now());
        List<Admitted> admitted = new ArrayList<>();
        for (Workplace.Someone who : List.of(workplace.someone(), workplace.someone(), workplace.someone())) {
            admitted.add(new Admitted(who, enrolling.enrol(session, who.name(), who.idNumber(), null)));
        }
        opening.openCheckIn(session, "4 2 6");
        for (Admitted one : admitted) {
            checkingIn.checkIn(
                    session, sessions.byTicket(one.ticket()).orElseThrow().id());
        }
        opening.start(session);
        Pair pair = pair(admitted);
        stem = pair.stem();
        first = begin(pair.one());
        second = begin(pair.other());
        item = stem.replaceAll("第(\\d+)章第(\\d+)题", prefix + "-$1-0$2");
    }

    private record Admitted(Workplace.Someone who, String ticket) {}

    private record Pair(Admitted one, Admitted other, String stem) {}

    private Pair pair(List<Admitted> admitted) {
        for (int i = 0; i < admitted.size(); i++) {
            for (int j = i + 1; j < admitted.size(); j++) {
                List<String> shared = new ArrayList<>(singles(admitted.get(i)));
                shared.retainAll(singles(admitted.get(j)));
                if (!shared.isEmpty()) {
                    return new Pair(admitted.get(i), admitted.get(j), shared.get(0));
                }
            }
        }
        throw new AssertionError("three papers of 40 out of 80 share none");
    }

    /** What stands on the paper that the candidate got at check-in. */
    private List<String> singles(Admitted one) {
        return sql.list(
                "SELECT i ->> 'stem' FROM enrolment e JOIN paper p ON p.id = e.paper_id, jsonb_array_elements(p.body::jsonb -> 'items') i"
                        + " WHERE e.ticket = ? AND i ->> 'section' = 'SINGLE' ORDER BY 1",
                row -> row.getString(1),
                one.ticket());
    }

    private Examinee begin(Admitted one) {
        RequestSpecification door = Entrance.candidate(one.ticket(), one.who().idNumber());
        given(door).post("/api/sitting/start").then().statusCode(200);
        EnrolmentView enrolment = sessions.byTicket(one.ticket()).orElseThrow();
        return new Examinee(one.who(), enrolment.id(), door, given(door).post("/api/sitting/open"));
    }

    /**
     * Everything right by the keys so far, but for the one item, and as many true-or-false items left out.
     *
     * @param option text of the option chosen in the item whose key is wrong
     * @return the result, once it is there
     */
    protected ResultView handsIn(Examinee examinee, String option, int leftOut) {
        List<Map<String, Object>> events = new ArrayList<>();
        int left = leftOut;
        for (Map<String, Object> one : examinee.items()) {
            if ("TRUE_FALSE".equals(one.get("section")) && left > 0) {
                left--;
                continue;
            }
            String answer = stem.equals(one.get("stem")) ? withText(one, option) : right(one);
            events.add(Map.of("sequence", events.size() + 1, "item", one.get("no"), "answer", answer));
        }
        int epoch = examinee.opened().jsonPath().getInt("epoch");
        given(examinee.door())
                .body(Map.of("epoch", epoch, "events", events))
                .post("/api/sitting/answers")
                .then()
                .statusCode(200);
        given(examinee.door())
                .body(Map.of("epoch", epoch))
                .post("/api/sitting/hand-in")
                .then()
                .statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> results.ofEnrolment(examinee.enrolment()).isPresent());
        return result(examinee);
    }

    protected ResultView result(Examinee examinee) {
        return results.ofEnrolment(examinee.enrolment()).orElseThrow();
    }

    private static String right(Map<String, Object> one) {
        if (!"TRUE_FALSE".equals(one.get("section"))) {
            return withText(one, "对");
        }
        int number = Integer.parseInt(((String) one.get("stem")).replaceAll("第\\d+章第(\\d+)题", "$1"));
        return number % 2 == 0 ? "1" : "2";
    }

    @SuppressWarnings("unchecked")
    private static String withText(Map<String, Object> one, String beginning) {
        return ((List<Map<String, String>>) one.get("options"))
                .stream()
                        .filter(option -> option.get("text").startsWith(beginning))
                        .map(option -> option.get("id"))
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    /** A reviewer's account. */
    protected String reviewer() {
        return account(Roles.REVIEWER, null);
    }

    protected String account(String role, UUID person) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
        accounting.grant(accounting.open(name, PASSWORD, "测试", "Test", person), new Grant(role, null, null, null));
        return name;
    }

    RegradeForm form(String remedy, String effect, Integer... right) {
        return new RegradeForm(item, 1, remedy, List.of(right), effect, "审题复核发现答案有误", "测试文件〔2026〕1号");
    }

    protected int count(String query, Object... parameters) {
        int found = sql.first(query, row -> row.getInt(1), parameters).orElseThrow();
        assertThat(found).isNotNegative();
        return found;
    }
}
