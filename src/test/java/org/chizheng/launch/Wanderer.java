package org.chizheng.launch;

import static io.restassured.RestAssured.given;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.Entrance;
import org.chizheng.rehearsal.Seat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A candidate who signed in once, and whose requests reach the replica that is named. */
record Wanderer(RequestSpecification door) {
    static Wanderer signedIn(Seat seat) {
        return new Wanderer(Entrance.candidate(seat.ticket(), seat.idNumber()));
    }

    /** The newest page, by its epoch and the next number. */
    record Page(int epoch, int next, Map<String, String> answers) {}

    Page open(Service at) {
        given(door).port(at.port()).post("/api/sitting/start").then().statusCode(200);
        Response opened = given(door).port(at.port()).post("/api/sitting/open");
        return new Page(opened.path("epoch"), opened.path("nextSequence"), opened.path("answers"));
    }

    Response answer(Service at, int epoch, int sequence, int item, String answer) {
        return given(door)
                .port(at.port())
                .body(Map.of(
                        "epoch",
                        epoch,
                        "events",
                        List.of(Map.of("sequence", sequence, "item", item, "answer", answer))))
                .post("/api/sitting/answers");
    }

    Response handIn(Service at, int epoch) {
        return given(door).port(at.port()).body(Map.of("epoch", epoch)).post("/api/sitting/hand-in");
    }

    /** Saves so many answers at one replica, taking over the page again whenever another page has. @return what was acknowledged, by number */
    Map<Integer, String> insist(Service at, int answers, int item) {
        Map<Integer, String> acknowledged = new HashMap<>();
        Page page = open(at);
        int next = page.next();
        while (acknowledged.size() < answers) {
            String choice = String.valueOf(1 + next % 3);
            Response response = answer(at, page.epoch(), next, item, choice);
            if (response.statusCode() == 200) {
                acknowledged.put(next++, choice);
            } else {
                page = open(at);
                next = page.next();
            }
        }
        return acknowledged;
    }
}
