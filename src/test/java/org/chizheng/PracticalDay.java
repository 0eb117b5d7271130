package org.chizheng;

import static io.restassured.RestAssured.given;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.Equipping;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.people.Accounting;
import org.chizheng.people.Grant;
import org.chizheng.people.Roles;
import org.chizheng.practical.Admitting;
import org.chizheng.practical.Drawing;
import org.chizheng.practical.LibraryLoading;
import org.chizheng.practical.Planning;
import org.chizheng.record.Recording;
import org.chizheng.regulation.Policies;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Days of practicals for tests: a centre of its own with stations, people whose theory is passed, assessors by the public doors. */
@ApplicationScoped
public class PracticalDay {
    public static final String LOW = "operator-low-voltage-electrical";
    private final LibraryLoading library;
    private final Equipping equipping;
    private final Planning planning;
    private final Admitting admitting;
    private final Drawing drawing;
    private final Workplace workplace;
    private final Recording recording;
    private final Policies policies;
    private final Accounting accounting;
    private final OfficialClock clock;
    private final Sql sql;

    public PracticalDay(
            LibraryLoading library,
            Equipping equipping,
            Planning planning,
            Admitting admitting,
            Drawing drawing,
            Workplace workplace,
            Recording recording,
            Policies policies,
            Accounting accounting,
            OfficialClock clock,
            Sql sql) {
        this.library = library;
        this.equipping = equipping;
        this.planning = planning;
        this.admitting = admitting;
        this.drawing = drawing;
        this.workplace = workplace;
        this.recording = recording;
        this.policies = policies;
        this.accounting = accounting;
        this.clock = clock;
        this.sql = sql;
    }

    /** A day with its first station. */
    public record Day(UUID centre, UUID id, List<UUID> stations) {
        public UUID station() {
            return stations.get(0);
        }
    }

    public Day today(int stations) {
        return on(clock.today(), stations);
    }

    public Day on(LocalDate date, int stations) {
        return at(
                equipping.centre("P" + UUID.randomUUID(), "实操测试考点", "Practical test centre", "320102"), date, stations);
    }

    /** In a centre that is there, at stations made for it. */
    public Day at(UUID centre, LocalDate date, int stations) {
        return at(centre, date, stations, "号工位");
    }

    /** @param label after the number */
    public Day at(UUID centre, LocalDate date, int stations, String label) {
        library.load(Path.of("question-bank"));
        List<UUID> all = new ArrayList<>();
        for (int i = 1; i <= stations; i++) {
            UUID station = Ids.next();
            sql.update("INSERT INTO station (id, centre_id, label) VALUES (?, ?, ?)", station, centre, i + label);
            sql.update("INSERT INTO station_qualification (station_id, qualification) VALUES (?, ?)", station, LOW);
            all.add(station);
        }
        return new Day(centre, plan(centre, date, all), all);
    }

    /** Another day of the same centre. */
    public UUID plan(UUID centre, LocalDate date, List<UUID> stations) {
        return planning.plan(
                centre,
                LOW,
                date.atStartOfDay(OfficialClock.ZONE).toInstant(),
                date.atTime(LocalTime.of(23, 59)).atZone(OfficialClock.ZONE).toInstant(),
                stations,
                "test");
    }

    /** Somebody new whose theory was passed on a day, as another authority would have it. */
    public Workplace.Someone passedTheory(LocalDate on) {
        Workplace.Someone someone = workplace.someone();
        fact(someone, "THEORY_PASSED", on);
        return someone;
    }

    public void fact(Workplace.Someone someone, String kind, LocalDate on) {
        recording.add(
                someone.id(),
                LOW,
                kind,
                on,
                null,
                Ids.next(),
                policies.inForce(LOW, on).id());
    }

    public UUID admit(Day day, Workplace.Someone someone) {
        return admitting.admit(day.id(), someone.id(), "test");
    }

    /** Somebody new, admitted and checked in at the first station. @return the candidate */
    public UUID atStation(Day day) {
        UUID candidate = admit(day, passedTheory(clock.today()));
        drawing.checkIn(candidate, day.station(), "test");
        return candidate;
    }

    /** An assessor of the centre, qualified and signed in, with a form token; the account stands for that person. */
    public RequestSpecification assessor(Day day, UUID person) {
        qualify(day.centre(), person, null);
        return signedIn(new Grant(Roles.ASSESSOR, null, day.centre(), null), person);
    }

    /** With a form token. @param person whom the account stands for, or null */
    public RequestSpecification signedIn(Grant grant, UUID person) {
        return withToken(Entrance.as(grant, person, accounting));
    }

    public RequestSpecification assessor(Day day) {
        return assessor(day, workplace.someone().id());
    }

    /** Somebody is on the centre's list as an assessor, or stays on it. @param until last day of what qualifies, null without end */
    public void qualify(UUID centre, UUID person, LocalDate until) {
        sql.update(
                "INSERT INTO centre_staff (id, centre_id, person_id, duty, qualification, qualified_until, since, recorded_at) VALUES (?, ?, ?, 'ASSESSOR', ?, ?, '2020-01-01', ?) ON CONFLICT DO NOTHING",
                Ids.next(),
                centre,
                person,
                LOW,
                until,
                clock.now());
    }

    private static RequestSpecification withToken(RequestSpecification door) {
        Response page = given(door).get("/desk");
        String token = Entrance.token(page);
        return new RequestSpecBuilder()
                .addRequestSpecification(door)
                .addCookies(page.cookies())
                .addHeader("X-CSRF-TOKEN", token)
                .setContentType(ContentType.JSON)
                .build();
    }

    public static Response post(RequestSpecification assessor, UUID candidate, String path, Object body) {
        return given(assessor).body(body).post("/api/practicals/candidates/" + candidate + path);
    }

    /** Full points for every step but so many points taken from the last ones; veto items are left alone. */
    public static Map<String, String> marks(Response opened, int deducted) {
        Map<String, String> marks = new HashMap<>();
        int left = deducted;
        List<Map<String, Object>> steps = opened.path("tasks.steps.flatten()");
        for (Map<String, Object> step : steps) {
            if (!(Boolean) step.get("veto")) {
                int points = (Integer) step.get("points");
                int off = Math.min(left, points);
                left -= off;
                marks.put(String.valueOf(step.get("no")), String.valueOf(points - off));
            }
        }
        return marks;
    }

    /** The number of the first veto item. */
    public static int veto(Response opened) {
        return opened.path("tasks.steps.flatten().find { it.veto }.no");
    }

    /** Taps the marks as a page would send them. */
    public static void tap(RequestSpecification assessor, UUID candidate, Response opened, Map<String, String> marks) {
        List<Map<String, Object>> events = new ArrayList<>();
        int sequence = opened.path("nextSequence");
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            events.add(
                    Map.of("sequence", sequence++, "item", Integer.parseInt(mark.getKey()), "answer", mark.getValue()));
        }
        post(assessor, candidate, "/taps", Map.of("epoch", opened.jsonPath().getInt("epoch"), "events", events))
                .then()
                .statusCode(200);
    }

    /** Opens, marks and signs. @param veto whether the first veto item is met; @return where the candidate stands afterwards */
    public static Response marked(RequestSpecification assessor, UUID candidate, int deducted, boolean veto) {
        Response opened = post(assessor, candidate, "/open", Map.of());
        opened.then().statusCode(200);
        Map<String, String> marks = marks(opened, deducted);
        if (veto) {
            marks.put(String.valueOf(veto(opened)), "FAILED");
        }
        tap(assessor, candidate, opened, marks);
        Response signed = post(
                assessor, candidate, "/sign", Map.of("epoch", opened.jsonPath().getInt("epoch"), "answers", marks));
        signed.then().statusCode(200);
        return signed;
    }

    /** Both assessors open the sheet and one starts the clock. */
    public static void start(UUID candidate, RequestSpecification one, RequestSpecification other) {
        post(one, candidate, "/open", Map.of()).then().statusCode(200);
        post(other, candidate, "/open", Map.of()).then().statusCode(200);
        post(one, candidate, "/start", Map.of()).then().statusCode(200);
    }
}
