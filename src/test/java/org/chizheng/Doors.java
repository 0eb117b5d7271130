package org.chizheng;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every door of the service and the roles it opens to: the table that is reviewed. */
final class Doors {
    static final String ANYONE = "anyone";
    private static final String STAFF = "administrator centre-manager invigilator certificate-officer";

    /** Door → roles, as an examination authority would sign it. */
    static final Map<String, String> TABLE = doors();

    private static Map<String, String> doors() {
        Map<String, String> doors = new HashMap<>();
        for (String open : List.of(
                "GET /",
                "GET /verify",
                "GET /v/{code}",
                "GET /api/verify/{code}",
                "GET /r",
                "GET /r/{number}",
                "GET /api/receipts/{number}",
                "GET /draws/{session}",
                "GET /api/draws/{session}",
                "GET /api/statistics/holder-rate",
                "GET /statistics/holder-rate",
                "GET /sign-in",
                "POST /sign-out",
                "GET /exam",
                "GET /exam/seb/{session}",
                "GET /exam/seb/{session}/exam.seb",
                "GET /exam/quit",
                "GET /account/new",
                "POST /account/new")) {
            doors.put(open, ANYONE);
        }
        doors.put("GET /desk", String.join(" ", AccessTest.USERNAMES.keySet()) + " examinee");
        doors.put("GET /my", "candidate");
        doors.put("GET /my/certificates/{id}.pdf", "candidate");
        for (String door : List.of(
                "GET /practice",
                "GET /practice/{subject}",
                "GET /practice/figures/{digest}",
                "GET /practice/{subject}/chapters/{chapter}",
                "POST /practice/{subject}/chapters/{chapter}",
                "GET /practice/{subject}/wrong",
                "POST /practice/{subject}/wrong",
                "GET /practice/rounds/{round}",
                "POST /practice/rounds/{round}",
                "GET /practice/{subject}/mock",
                "POST /practice/{subject}/mock",
                "GET /practice/mocks/{mock}",
                "POST /practice/mocks/{mock}",
                "GET /practice/mocks/{mock}/hand-in",
                "POST /practice/mocks/{mock}/hand-in",
                "GET /practice/mocks/{mock}/result",
                "GET /practice/erase",
                "POST /practice/erase")) {
            doors.put(door, "candidate");
        }
        doors.put("GET /audit", "administrator regulator");
        String readers = "administrator regulator certificate-officer centre-manager reviewer author";
        doors.put("GET /regulation", readers);
        doors.put("GET /regulation/catalogue", readers);
        for (String door : List.of(
                "GET /bank",
                "GET /bank/{subject}",
                "GET /bank/{subject}/blueprint",
                "GET /bank/{subject}/enemies",
                "GET /bank/{subject}/checks",
                "POST /bank/{subject}/checks",
                "GET /bank/items/{code}",
                "GET /bank/{subject}/analysis",
                "POST /bank/{subject}/analysis/calibrations",
                "GET /bank/items/{code}/analysis",
                "GET /bank/figures/{digest}")) {
            doors.put(door, "author reviewer administrator");
        }
        for (String door : List.of("POST /bank/{subject}/enemies", "POST /bank/{subject}/enemies/lift")) {
            doors.put(door, "author reviewer");
        }
        for (String door : List.of("GET /bank/{subject}/export", "POST /bank/{subject}/export")) {
            doors.put(door, "author reviewer administrator");
        }
        for (String door : List.of(
                "GET /bank/{subject}/import",
                "POST /bank/{subject}/import",
                "GET /bank/{subject}/import/template",
                "GET /bank/{subject}/import/{run}",
                "GET /bank/{subject}/import/{run}/marked",
                "POST /bank/{subject}/import/{run}/confirm",
                "POST /bank/{subject}/import/{run}/drop")) {
            doors.put(door, "author administrator");
        }
        for (String door : List.of(
                "GET /bank/{subject}/new",
                "POST /bank/{subject}/new",
                "GET /bank/items/{code}/draft",
                "POST /bank/items/{code}/draft",
                "POST /bank/items/{code}/life/submit",
                "POST /bank/items/{code}/life/withdraw",
                "POST /bank/items/{code}/life/discard")) {
            doors.put(door, "author");
        }
        for (String door : List.of(
                "POST /bank/items/{code}/review/approve",
                "POST /bank/items/{code}/review/return",
                "POST /bank/items/{code}/life/retire",
                "POST /bank/items/{code}/life/take-back")) {
            doors.put(door, "reviewer");
        }
        doors.put("GET /bank/items/{code}/review", "author reviewer administrator");
        doors.put("GET /bank/work", "author reviewer");
        doors.put("POST /bank/{subject}/acts", "author reviewer");
        for (String door : List.of(
                "GET /regrades",
                "POST /regrades",
                "GET /regrades/new",
                "GET /regrades/{id}",
                "POST /regrades/{id}/run",
                "POST /regrades/{id}/sign",
                "POST /regrades/{id}/apply",
                "POST /regrades/{id}/withdraw")) {
            doors.put(door, "reviewer administrator");
        }
        for (String door : List.of("GET /accounts", "POST /accounts", "POST /accounts/{id}/active")) {
            doors.put(door, "administrator");
        }
        doors.put("POST /accounts/{id}/password", "administrator");
        doors.put("GET /sessions", STAFF);
        doors.put("GET /sessions/{id}", STAFF);
        doors.put("POST /sessions", "centre-manager");
        doors.put("POST /sessions/{id}/enrolments", "centre-manager");
        doors.put("POST /sessions/{id}/check-in", "invigilator");
        doors.put("POST /sessions/{id}/enrolments/{enrolment}/check-in", "invigilator");
        doors.put("GET /sessions/{id}/enrolments/{enrolment}/photo", "centre-manager invigilator");
        doors.put("POST /sessions/{id}/enrolments/{enrolment}/photo", "centre-manager invigilator");
        doors.put("GET /sessions/{id}/room", "centre-manager invigilator");
        for (String act : List.of("pause", "resume", "extend", "credit", "waive")) {
            doors.put("POST /sessions/{id}/room/" + act, "invigilator");
        }
        for (String door : List.of(
                "POST /sessions/{id}/lockdown",
                "GET /api/sessions/{id}/lockdown",
                "POST /api/sessions/{id}/lockdown")) {
            doors.put(door, "administrator centre-manager");
        }
        doors.put("POST /sessions/{id}/start", "invigilator");
        doors.put("POST /sessions/{id}/release", "certificate-officer");
        doors.put("POST /api/rehearsals", "centre-manager");
        doors.put("POST /api/rehearsals/{session}/report", "centre-manager");
        doors.put("GET /api/rehearsals/{session}/answers", "centre-manager");
        doors.put("GET /certificates", "certificate-officer administrator regulator");
        doors.put("GET /certificates/{id}", "certificate-officer administrator regulator");
        doors.put("GET /certificates/{id}/certificate.pdf", "certificate-officer");
        doors.put("POST /certificates/{id}/revocation", "certificate-officer");
        doors.put("GET /workforce", "employer administrator regulator");
        doors.put("GET /workforce/{id}", "employer administrator regulator");
        doors.put("POST /workforce", "administrator");
        doors.put("POST /workforce/{id}/posts", "employer administrator");
        doors.put("POST /workforce/{id}/people", "employer administrator");
        doors.put("POST /workforce/{id}/people/{appointment}/leave", "employer administrator");
        for (String door : List.of(
                "GET /exam/room",
                "GET /api/sitting",
                "GET /api/sitting/figures/{digest}",
                "POST /api/sitting/start",
                "POST /api/sitting/open",
                "POST /api/sitting/answers",
                "POST /api/sitting/heartbeat",
                "POST /api/sitting/notes",
                "POST /api/sitting/hand-in",
                "GET /api/sitting/receipt",
                "GET /api/sitting/outcome")) {
            doors.put(door, "examinee");
        }
        return doors;
    }

    private Doors() {}
}
