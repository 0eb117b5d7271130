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
                "POST /verify",
                "GET /api/verify/{code}",
                "POST /api/verify",
                "GET /.well-known/chizheng-keys",
                "GET /.well-known/jwks.json",
                "GET /.well-known/jwt-vc-issuer",
                "GET /credentials/status/{list}/{purpose}",
                "GET /credentials/types/{vct}",
                "GET /credentials/achievements/{qualification}",
                "GET /status",
                "GET /status/{list}",
                "GET /r",
                "GET /r/{number}",
                "GET /api/receipts/{number}",
                "GET /gate",
                "GET /draws/{session}",
                "GET /api/draws/{session}",
                "GET /api/statistics/holder-rate",
                "GET /statistics/holder-rate",
                "GET /api/statistics/holder-rate/breakdown",
                "GET /statistics/holder-rate/breakdown",
                "GET /statistics/holder-rate/breakdown.xlsx",
                "GET /statistics/holder-rate/breakdown.csv",
                "GET /api/statistics/holder-rate/trend",
                "GET /statistics/holder-rate/trend",
                "GET /statistics/holder-rate/trend.xlsx",
                "GET /api/statistics/holder-rate.csv",
                "GET /api/statistics/comparison",
                "GET /goals",
                "GET /api/goals",
                "GET /sign-in",
                "POST /sign-out",
                "GET /exam",
                "GET /exam/seb/{session}",
                "GET /exam/seb/{session}/exam.seb",
                "GET /exam/quit",
                "GET /account/new",
                "POST /account/new",
                "GET /account/code",
                "POST /account/code",
                "GET /account/ticket",
                "POST /account/ticket")) {
            doors.put(open, ANYONE);
        }
        doors.put("GET /desk", String.join(" ", AccessTest.USERNAMES.keySet()) + " examinee");
        doors.put("GET /my", "candidate");
        doors.put("GET /my/certificates/{id}.pdf", "candidate");
        doors.put("GET /my/certificates/{id}/card.pdf", "candidate");
        doors.put("GET /my/certificates/{id}/credential.jwt", "candidate");
        doors.put("GET /my/certificates/{id}/credential.sd-jwt", "candidate");
        doors.put("POST /my/certificates/{id}/credential.sd-jwt", "candidate");
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
        doors.put("GET /messages", "administrator");
        doors.put("GET /messages/list.xlsx", "administrator");
        doors.put("POST /messages/{id}/again", "administrator");
        doors.put("POST /messages/trial", "administrator");
        doors.put("GET /my/messages", "candidate");
        doors.put("POST /my/messages", "candidate");
        doors.put("GET /workforce/{id}/messages", "employer administrator");
        doors.put("POST /workforce/{id}/messages", "employer administrator");
        doors.put("GET /signing-keys", "administrator regulator");
        doors.put("POST /signing-keys/compromises", "administrator");
        doors.put("POST /signing-keys/compromises/{id}/confirm", "administrator");
        doors.put("POST /signing-keys/compromises/{id}/withdraw", "administrator");
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
                "GET /bank/{subject}/import/{run}/report",
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
        doors.put("POST /accounts/{id}/proven", "administrator");
        String centreReaders = "administrator centre-manager regulator";
        for (String door : List.of(
                "GET /centres",
                "GET /centres/file",
                "GET /centres/calendar",
                "GET /centres/calendar/file",
                "GET /centres/{id}",
                "GET /centres/{id}/file",
                "GET /centres/{id}/opening",
                "GET /centres/{id}/rooms/{room}",
                "GET /centres/{id}/stations/{station}")) {
            doors.put(door, centreReaders);
        }
        for (String door : List.of(
                "POST /centres/{id}/rooms",
                "POST /centres/{id}/rooms/{room}",
                "POST /centres/{id}/rooms/{room}/service",
                "POST /centres/{id}/rooms/{room}/seats",
                "POST /centres/{id}/rooms/{room}/network",
                "POST /centres/{id}/rooms/{room}/seats/{seat}",
                "POST /centres/{id}/rooms/{room}/seats/{seat}/service",
                "POST /centres/{id}/stations",
                "POST /centres/{id}/stations/{station}",
                "POST /centres/{id}/stations/{station}/service",
                "POST /centres/{id}/stations/{station}/devices",
                "POST /centres/{id}/stations/{station}/devices/{device}",
                "POST /centres/{id}/stations/{station}/devices/{device}/service",
                "POST /centres/{id}/opening",
                "POST /centres/{id}/opening/days",
                "POST /centres/{id}/opening/days/remove",
                "POST /centres/{id}/staff",
                "POST /centres/{id}/staff/{member}",
                "POST /centres/{id}/staff/{member}/leave")) {
            doors.put(door, "administrator centre-manager");
        }
        for (String door : List.of(
                "POST /centres",
                "POST /centres/calendar",
                "POST /centres/calendar/remove",
                "POST /centres/{id}",
                "POST /centres/{id}/accreditations",
                "POST /centres/{id}/accreditations/{accreditation}/end",
                "POST /training/providers",
                "POST /training/classes/providers/{id}",
                "POST /training/classes/providers/{id}/upload",
                "POST /training/classes/providers/{id}/{planned}/cancel",
                "GET /training/classes/providers/{id}/template",
                "POST /training/providers/{id}/trainers",
                "POST /training/providers/{id}/trainers/{trainer}/leave")) {
            doors.put(door, "administrator");
        }
        for (String door : List.of(
                "GET /training/classes",
                "GET /training/classes/file",
                "GET /training/providers",
                "GET /training/providers/file",
                "GET /training/providers/{id}",
                "GET /training/classes/providers/{id}",
                "GET /training/classes/providers/{id}/file")) {
            doors.put(door, "administrator regulator");
        }
        for (String door : List.of(
                "GET /training/records/{by}/{id}",
                "GET /training/records/{by}/{id}/file",
                "GET /training/records/{by}/{id}/template")) {
            doors.put(door, "administrator regulator employer");
        }
        for (String door : List.of(
                "POST /training/records/{by}/{id}",
                "POST /training/records/{by}/{id}/upload",
                "GET /training/returned/{upload}")) {
            doors.put(door, "administrator employer");
        }
        doors.put("GET /sessions", STAFF);
        doors.put("GET /sessions/{id}", STAFF);
        doors.put("GET /sessions/list.xlsx", STAFF);
        doors.put("GET /sessions/{id}/candidates.xlsx", STAFF);
        doors.put("POST /sessions", "centre-manager");
        doors.put("POST /sessions/{id}/enrolments", "centre-manager");
        doors.put("POST /sessions/{id}/check-in", "invigilator");
        doors.put("POST /sessions/{id}/enrolments/{enrolment}/check-in", "invigilator");
        doors.put("GET /sessions/{id}/enrolments/{enrolment}/photo", "centre-manager invigilator");
        doors.put("POST /sessions/{id}/enrolments/{enrolment}/photo", "centre-manager invigilator");
        for (String door : List.of(
                "GET /sessions/{id}/print",
                "GET /sessions/{id}/print/list.pdf",
                "GET /sessions/{id}/print/sign.pdf",
                "GET /sessions/{id}/print/labels.pdf",
                "GET /sessions/{id}/print/tickets.pdf",
                "GET /sessions/{id}/print/tickets/{enrolment}.pdf",
                "GET /sessions/{id}/entrance",
                "POST /sessions/{id}/entrance/read",
                "POST /sessions/{id}/entrance/{enrolment}/pass",
                "POST /sessions/{id}/entrance/{enrolment}/refuse",
                "POST /sessions/{id}/entrance/checks/{check}/witness",
                "GET /sessions/{id}/entrance/checks/{check}/photo",
                "POST /sessions/{id}/entrance/witness",
                "POST /sessions/{id}/entrance/witness/leave",
                "GET /sessions/{id}/entrance/second",
                "POST /sessions/{id}/entrance/second/{check}/confirm",
                "POST /sessions/{id}/entrance/second/{check}/disagree",
                "GET /sessions/{id}/entrance/list",
                "GET /sessions/{id}/entrance/list/list.xlsx",
                "POST /sessions/{id}/entrance/list/{walkIn}/admit",
                "POST /sessions/{id}/entrance/list/{walkIn}/send")) {
            doors.put(door, "centre-manager invigilator");
        }
        doors.put("POST /sessions/{id}/entrance/mode", "centre-manager");
        doors.put("POST /sessions/{id}/print/directions", "centre-manager");
        doors.put("GET /my/tickets", "candidate");
        doors.put("GET /my/tickets/{id}.pdf", "candidate");
        doors.put("GET /exam/ticket.pdf", "examinee");
        doors.put("GET /sessions/{id}/room", "centre-manager invigilator");
        doors.put("GET /api/sessions/{id}/room", "centre-manager invigilator");
        doors.put("GET /api/sessions/{id}/room/events", "centre-manager invigilator");
        doors.put("POST /api/sessions/{id}/room/commands", "invigilator");
        for (String act : List.of("pause", "resume", "extend", "credit", "waive")) {
            doors.put("POST /sessions/{id}/room/" + act, "invigilator");
        }
        for (String door : List.of(
                "POST /sessions/{id}/lockdown",
                "GET /api/sessions/{id}/lockdown",
                "POST /api/sessions/{id}/lockdown")) {
            doors.put(door, "administrator centre-manager");
        }
        for (String door : List.of(
                "GET /sessions/{id}/duty",
                "POST /sessions/{id}/duty",
                "POST /sessions/{id}/duty/{staff}/remove",
                "GET /sessions/{id}/duty/list.xlsx",
                "POST /bookings/plan")) {
            doors.put(door, "centre-manager");
        }
        doors.put("GET /bookings/plan", "centre-manager regulator");
        doors.put("GET /bookings/plan/list.xlsx", "centre-manager regulator");
        for (String door : List.of(
                "GET /my/practicals",
                "POST /my/practicals/{day}/book",
                "POST /my/practicals/{day}/move",
                "POST /my/practicals/places/{place}/cancel",
                "GET /my/bookings",
                "GET /my/bookings/list.xlsx",
                "POST /my/bookings/{application}/book",
                "POST /my/bookings/{application}/move",
                "POST /my/bookings/{application}/cancel",
                "POST /my/bookings/{application}/wait",
                "POST /my/bookings/{application}/leave",
                "GET /api/bookings",
                "POST /api/bookings",
                "POST /api/bookings/{application}/move",
                "POST /api/bookings/{application}/cancel",
                "POST /api/bookings/{application}/wait",
                "POST /api/bookings/{application}/leave")) {
            doors.put(door, "candidate");
        }
        for (String door : List.of(
                "GET /enterprise/bookings", "POST /enterprise/bookings", "GET /enterprise/bookings/list.xlsx")) {
            doors.put(door, "employer");
        }
        doors.put("POST /sessions/{id}/start", "invigilator");
        doors.put("POST /sessions/{id}/release", "certificate-officer");
        for (String door : List.of("GET /results", "GET /results/waiting.xlsx", "GET /results/{id}/results.xlsx")) {
            doors.put(door, "certificate-officer centre-manager");
        }
        doors.put("POST /results/{id}/approve", "certificate-officer");
        doors.put("POST /results/{id}/release", "certificate-officer");
        for (String door : List.of(
                "GET /my/results/{id}",
                "GET /my/results/{id}/sheet.pdf",
                "GET /my/results/{id}/recheck",
                "POST /my/results/{id}/recheck",
                "GET /my/results/{id}/appeal",
                "POST /my/results/{id}/appeal",
                "GET /my/practicals/{id}",
                "GET /my/practicals/{id}/sheet.pdf",
                "GET /my/practicals/{id}/recheck",
                "POST /my/practicals/{id}/recheck",
                "GET /my/practicals/{id}/appeal",
                "POST /my/practicals/{id}/appeal")) {
            doors.put(door, "candidate");
        }
        for (String door : List.of("GET /sheets/theory/{result}.pdf", "GET /sheets/practical/{result}.pdf")) {
            doors.put(door, "centre-manager certificate-officer regulator");
        }
        for (String door : List.of(
                "GET /rechecks",
                "GET /rechecks/rechecks.xlsx",
                "GET /rechecks/{id}",
                "POST /rechecks/{id}/propose",
                "POST /rechecks/{id}/confirm",
                "POST /rechecks/{id}/return")) {
            doors.put(door, "certificate-officer regulator");
        }
        for (String door : List.of(
                "GET /integrity",
                "GET /integrity/sessions.xlsx",
                "GET /integrity/sessions/{id}",
                "GET /integrity/sessions/{id}/findings.xlsx",
                "GET /integrity/findings/{id}",
                "POST /integrity/findings/{id}/notes",
                "GET /integrity/centres",
                "GET /integrity/centres/centres.xlsx",
                "GET /integrity/centres/{id}",
                "POST /integrity/centres/{id}/notes",
                "GET /statistics/exams/items",
                "GET /statistics/exams/items.xlsx")) {
            doors.put(door, "regulator");
        }
        for (String door : List.of(
                "GET /statistics/exams",
                "GET /statistics/exams/exams.xlsx",
                "GET /statistics/exams/assessors",
                "GET /statistics/exams/assessors/assessors.xlsx")) {
            doors.put(door, "regulator centre-manager");
        }
        for (String door : List.of(
                "GET /statistics/holder-rate/enterprises",
                "GET /statistics/holder-rate/enterprises/enterprises.xlsx",
                "GET /statistics/forecast",
                "GET /statistics/forecast/forecast.xlsx",
                "GET /statistics/forecast/forecast.csv",
                "POST /statistics/forecast/count",
                "GET /api/statistics/forecast",
                "GET /statistics/snapshots",
                "GET /statistics/snapshots/snapshots.xlsx",
                "GET /statistics/snapshots/{day}/figures.json",
                "POST /statistics/snapshots/{day}/check",
                "GET /statistics/desk",
                "GET /statistics/desk/desk.xlsx",
                "GET /statistics/desk/comparison",
                "GET /statistics/desk/comparison/comparison.xlsx",
                "GET /statistics/desk/terms",
                "GET /statistics/desk/terms/terms.xlsx",
                "GET /statistics/desk/alerts",
                "GET /statistics/desk/alerts/alerts.xlsx",
                "GET /statistics/desk/alerts/{id}",
                "POST /statistics/desk/alerts/{id}/close",
                "GET /api/statistics/desk",
                "GET /api/statistics/alerts",
                "GET /statistics/reports",
                "POST /statistics/reports",
                "GET /statistics/reports/{id}",
                "GET /statistics/reports/{id}/report.pdf",
                "GET /statistics/reports/{id}/report.xlsx",
                "GET /statistics/reports/{id}/report.csv",
                "GET /statistics/reports/{id}/facts.json",
                "GET /api/statistics/reports")) {
            doors.put(door, "administrator regulator");
        }
        doors.put("GET /statistics/holder-rate/enterprises/{id}", "administrator employer regulator");
        doors.put("GET /statistics/holder-rate/enterprises/{id}/people.xlsx", "administrator employer regulator");
        doors.put("GET /practicals", STAFF + " assessor");
        doors.put("GET /practicals/list.xlsx", STAFF + " assessor");
        doors.put("GET /practicals/{id}", STAFF + " assessor");
        doors.put("GET /practicals/{id}/candidates.xlsx", STAFF + " assessor");
        doors.put("POST /practicals", "centre-manager");
        doors.put("POST /practicals/{id}/candidates", "centre-manager");
        doors.put("POST /practicals/{id}/candidates/{candidate}/end", "centre-manager");
        doors.put("POST /practicals/{id}/candidates/{candidate}/take-back", "centre-manager certificate-officer");
        doors.put("POST /practicals/{id}/cancel", "centre-manager");
        doors.put("POST /practicals/{id}/candidates/{candidate}/places/{place}/release", "centre-manager");
        doors.put("POST /practicals/{id}/candidates/{candidate}/check-in", "invigilator assessor");
        doors.put("POST /practicals/{id}/release", "certificate-officer");
        for (String door : List.of(
                "GET /practicals/{id}/candidates/{candidate}",
                "GET /practicals/{id}/candidates/{candidate}/photos/{photo}")) {
            doors.put(door, "administrator centre-manager certificate-officer regulator");
        }
        for (String door : List.of(
                "GET /practicals/{id}/stations/{station}",
                "GET /api/practicals/candidates/{candidate}",
                "POST /api/practicals/candidates/{candidate}/open",
                "POST /api/practicals/candidates/{candidate}/start",
                "POST /api/practicals/candidates/{candidate}/taps",
                "POST /api/practicals/candidates/{candidate}/photos/{photo}",
                "POST /api/practicals/candidates/{candidate}/sign",
                "POST /api/practicals/candidates/{candidate}/give-back")) {
            doors.put(door, "assessor");
        }
        for (String door : List.of(
                "GET /practicals/{id}/incidents",
                "GET /practicals/{id}/incidents/list.xlsx",
                "POST /practicals/{id}/incidents",
                "POST /incidents/{id}/evidence",
                "POST /incidents/{id}/notes",
                "POST /incidents/{id}/video",
                "POST /incidents/{id}/sign",
                "POST /incidents/{id}/withdraw",
                "POST /incidents/{id}/notice")) {
            doors.put(door, "assessor centre-manager invigilator");
        }
        for (String door : List.of(
                "GET /sessions/{id}/incidents",
                "GET /sessions/{id}/incidents/list.xlsx",
                "POST /sessions/{id}/incidents",
                "POST /sessions/{id}/closing/absences",
                "POST /sessions/{id}/closing/record",
                "POST /sessions/{id}/closing/sign")) {
            doors.put(door, "centre-manager invigilator");
        }
        doors.put("POST /incidents/{id}/credit", "invigilator");
        for (String door : List.of(
                "GET /incidents",
                "GET /incidents/export",
                "POST /incidents/{id}/decision",
                "POST /incidents/{id}/appeal")) {
            doors.put(door, "regulator");
        }
        for (String door : List.of(
                "GET /sessions/{id}/closing",
                "GET /sessions/{id}/closing/attendance.xlsx",
                "GET /sessions/{id}/closing/record.pdf")) {
            doors.put(door, "centre-manager invigilator regulator");
        }
        doors.put("GET /incidents/{id}", "assessor centre-manager invigilator regulator");
        doors.put("GET /incidents/{id}/evidence/{evidence}", "assessor centre-manager invigilator regulator");
        doors.put("GET /closings", "centre-manager regulator");
        doors.put("GET /closings/export", "centre-manager regulator");
        doors.put("GET /my/incidents", "candidate");
        doors.put("POST /my/incidents/{id}/appeal", "candidate");
        doors.put("POST /api/rehearsals", "centre-manager");
        doors.put("POST /api/rehearsals/{session}/report", "centre-manager");
        doors.put("GET /api/rehearsals/{session}/answers", "centre-manager");
        doors.put("GET /certificates", "certificate-officer administrator regulator");
        doors.put("GET /certificates/{id}", "certificate-officer administrator regulator");
        doors.put("GET /certificates/{id}/certificate.pdf", "certificate-officer");
        doors.put("GET /certificates/{id}/card.pdf", "certificate-officer");
        doors.put("GET /certificates/checks", "certificate-officer administrator regulator");
        doors.put("GET /certificates/checks/checks.xlsx", "certificate-officer administrator regulator");
        doors.put("POST /certificates/checks/{id}/attended", "certificate-officer regulator");
        doors.put("GET /certificates/foreign", "certificate-officer administrator regulator");
        for (String door : List.of(
                "GET /certificates/waiting",
                "POST /certificates/{id}/acts",
                "POST /certificates/{id}/renewal",
                "POST /certificates/{id}/review",
                "POST /certificates/{id}/reissue",
                "POST /certificates/proposals/{id}/confirm",
                "POST /certificates/proposals/{id}/decline",
                "POST /certificates/renewals/{id}/grant",
                "POST /certificates/renewals/{id}/refuse",
                "POST /certificates/foreign/import")) {
            doors.put(door, "certificate-officer");
        }
        doors.put("POST /my/certificates/{id}/renewal", "candidate");
        doors.put("POST /api/gate/log", "employer administrator regulator");
        for (String door : List.of("", "/new", "/{id}", "/{id}/photo", "/{id}/documents/{document}")) {
            doors.put("GET /my/applications" + door, "candidate");
        }
        for (String door : List.of("", "/{id}/photo", "/{id}/documents", "/{id}/mend", "/{id}/withdraw")) {
            doors.put("POST /my/applications" + door, "candidate");
        }
        for (String door : List.of(
                "",
                "/{id}",
                "/{id}/photo",
                "/{id}/documents/{document}",
                "/sheets/template",
                "/sheets/{sheet}",
                "/sheets/{sheet}/file")) {
            doors.put("GET /enterprise/applications" + door, "employer");
        }
        for (String door : List.of(
                "/{id}/photo",
                "/{id}/documents",
                "/{id}/mend",
                "/{id}/withdraw",
                "/sheets",
                "/sheets/{sheet}/confirm",
                "/sheets/{sheet}/drop")) {
            doors.put("POST /enterprise/applications" + door, "employer");
        }
        for (String door : List.of("", "/export", "/{id}", "/{id}/photo", "/{id}/documents/{document}")) {
            doors.put("GET /applications" + door, "centre-manager regulator");
        }
        for (String act : List.of("photo", "documents", "accept", "return", "refuse")) {
            doors.put("POST /applications/{id}/" + act, "centre-manager regulator");
        }
        doors.put("POST /applications/accept", "centre-manager regulator");
        doors.put("GET /applications/new", "centre-manager");
        doors.put("POST /applications/new", "centre-manager");
        doors.put("GET /applications/bans", "regulator");
        doors.put("GET /applications/bans/list.xlsx", "regulator");
        doors.put("POST /applications/bans", "regulator");
        doors.put("POST /applications/bans/{id}/lift", "regulator");
        doors.put("GET /workforce", "employer administrator regulator");
        doors.put("GET /workforce/{id}", "employer administrator regulator");
        doors.put("POST /workforce", "administrator");
        doors.put("POST /workforce/{id}/posts", "employer administrator");
        doors.put("POST /workforce/{id}/people", "employer administrator");
        doors.put("POST /workforce/{id}/people/{appointment}/leave", "employer administrator");
        doors.put("POST /workforce/{id}/absences", "employer administrator");
        doors.put("POST /workforce/{id}/absences/reconfirmations", "administrator");
        doors.put("GET /workforce/{id}/facts", "employer administrator regulator");
        doors.put("POST /workforce/{id}/facts", "employer administrator");
        doors.put("POST /workforce/{id}/facts/sites", "administrator");
        doors.put("GET /workforce/{id}/desk", "employer administrator regulator");
        doors.put("GET /workforce/{id}/desk/certificates", "employer administrator regulator");
        doors.put("GET /workforce/{id}/desk/list.xlsx", "employer administrator regulator");
        doors.put("POST /workforce/{id}/desk/applications", "employer");
        for (String door : List.of(
                "GET /roster",
                "GET /roster/template",
                "GET /roster/current",
                "POST /roster",
                "GET /roster/{upload}",
                "GET /roster/{upload}/file",
                "GET /roster/{upload}/missing",
                "POST /roster/{upload}/confirm",
                "POST /roster/{upload}/drop",
                "POST /api/roster")) {
            doors.put(door, "employer administrator");
        }
        for (String door : List.of(
                "POST /api/fitness",
                "GET /fitness/check",
                "POST /fitness/check",
                "GET /fitness/check/{run}",
                "GET /fitness/check/{run}/file",
                "POST /fitness/check/{run}/drop")) {
            doors.put(door, "employer administrator regulator");
        }
        for (String door : List.of(
                "GET /fitness/connections/{enterprise}",
                "POST /fitness/connections/{enterprise}/keys",
                "POST /fitness/connections/{enterprise}/keys/{key}/withdraw",
                "POST /fitness/connections/{enterprise}/hooks",
                "POST /fitness/connections/{enterprise}/hooks/{hook}/start",
                "POST /fitness/connections/{enterprise}/hooks/{hook}/withdraw")) {
            doors.put(door, "employer administrator");
        }
        for (String door : List.of(
                "GET /goals/goals.xlsx",
                "POST /goals/pass-rates",
                "GET /goals/targets",
                "POST /goals/targets",
                "POST /goals/targets/release",
                "POST /goals/targets/weights",
                "GET /goals/registers/{register}",
                "POST /goals/registers/{register}",
                "GET /goals/registers/{register}/file",
                "GET /goals/registers/{register}/template",
                "POST /goals/registers/{register}/{member}/leave",
                "POST /goals/registers/{register}/list",
                "GET /goals/registers/{register}/list/{upload}",
                "GET /goals/worklist",
                "GET /goals/worklist/work.xlsx",
                "GET /goals/worklist/{id}",
                "POST /goals/worklist/{id}/accept",
                "POST /goals/worklist/{id}/give-back",
                "POST /goals/worklist/{id}/close")) {
            doors.put(door, "regulator");
        }
        for (String door : List.of(
                "GET /enterprise/worklist",
                "GET /enterprise/worklist/work.xlsx",
                "GET /enterprise/worklist/{id}",
                "POST /enterprise/worklist/{id}")) {
            doors.put(door, "employer");
        }
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
