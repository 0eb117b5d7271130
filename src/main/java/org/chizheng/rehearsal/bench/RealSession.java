package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chizheng.journey.Newcomer;
import org.chizheng.journey.Visitor;
import org.chizheng.rehearsal.Seat;

/** A session that is scored, for measuring scores: planned, enrolled, checked in and started page by page. Only for an installation that is thrown away. */
final class RealSession {
    private static final Pattern ENROLMENT = Pattern.compile("<th scope=\"row\">([^<]+)</th><td[^>]*>(\\d{12})<");
    private static final Pattern CHECK_IN =
            Pattern.compile("action=\"(/sessions/[0-9a-f-]{36}/enrolments/[0-9a-f-]{36}/check-in)\"");

    /** Numbers that were given: two people with one number would be told that the names differ. */
    private static final Set<String> GIVEN = new HashSet<>();

    private RealSession() {}

    private static String fresh() {
        String number = Newcomer.next().idNumber();
        while (!GIVEN.add(number)) {
            number = Newcomer.next().idNumber();
        }
        return number;
    }

    static List<Seat> start(String base, String room, int candidates) throws IOException {
        Visitor centre = new Visitor(base);
        centre.signIn("/sign-in", "/j_security_check", Installation.CENTRE, Installation.PASSWORD);
        Visitor invigilator = new Visitor(base);
        invigilator.signIn("/sign-in", "/j_security_check", Installation.INVIGILATOR, Installation.PASSWORD);
        centre.get("/sessions");
        String session = centre.press("/sessions", Map.of("room", room, "qualification", Installation.QUALIFICATION));
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < candidates; i++) {
            String name = "考生" + (1000 + i);
            String number = fresh();
            centre.press(session + "/enrolments", Map.of("name", name, "idNumber", number));
            numbers.put(name, number);
        }
        invigilator.get(session);
        invigilator.press(session + "/check-in", Map.of("publicValue", "1 2 3"));
        String page = invigilator.get(session).text();
        Matcher checkIn = CHECK_IN.matcher(page);
        while (checkIn.find()) {
            invigilator.press(checkIn.group(1), Map.of());
        }
        invigilator.press(session + "/start", Map.of());
        List<Seat> seats = new ArrayList<>();
        Matcher enrolment = ENROLMENT.matcher(page);
        while (enrolment.find()) {
            seats.add(new Seat(session, enrolment.group(2), numbers.get(enrolment.group(1))));
        }
        return seats;
    }
}
