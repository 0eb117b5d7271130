package org.chizheng.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The steps, in the order in which they happen. */
final class Story {
    private static final String QUALIFICATION = "principal-hazchem-production";
    private static final String PASSWORD = "chizheng-demo";
    private static final String RATE = "/api/statistics/holder-rate?region=32";
    private static final String CHECKS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String UUID = "[0-9a-f-]{36}";
    private final String base;
    private final Path bank;
    private final Path out;
    private final Newcomer newcomer = Newcomer.next();
    private final Visitor employer;
    private final Visitor centre;
    private final Visitor invigilator;
    private final Visitor officer;
    private final Visitor candidate;
    private final Visitor anyone;
    private String session;
    private String ticket;
    private String address;
    private JsonNode rate;

    Story(String base, Path bank, Path out) {
        this.base = base;
        this.bank = bank;
        this.out = out;
        employer = new Visitor(base);
        centre = new Visitor(base);
        invigilator = new Visitor(base);
        officer = new Visitor(base);
        candidate = new Visitor(base);
        anyone = new Visitor(base);
    }

    boolean tell(Journey journey) {
        return journey.step(
                        "service is ready",
                        () -> Map.of(
                                "status",
                                anyone.get("/q/health/ready")
                                        .json()
                                        .path("status")
                                        .asText()))
                && journey.step("holder rate before", () -> rate(0, 0))
                && journey.step("employer puts a person on post", this::appoint)
                && journey.step("holder rate with the newcomer", () -> rate(0, 1))
                && journey.step("centre plans a session and enrols", this::enrol)
                && journey.step("invigilator checks in and starts", this::admit)
                && journey.step(
                        "candidate sits the exam",
                        () -> new Exam(new Visitor(base), AnswerBook.read(bank)).sit(ticket, newcomer.idNumber()))
                && journey.step("officer releases the results", this::release)
                && journey.step("candidate fetches the certificate", this::fetch)
                && journey.step("employer scans and verifies", this::verify)
                && journey.step("unknown and malformed codes", this::refuse)
                && journey.step("holder rate after", () -> rate(1, 0));
    }

    /** Numerator and denominator must have moved by so much since the last look. */
    private Map<String, Object> rate(int numerator, int denominator) throws IOException {
        JsonNode now = anyone.get(RATE).json().get("total");
        if (rate != null) {
            must(
                    now.get("numerator").asLong() == rate.get("numerator").asLong() + numerator
                            && now.get("denominator").asLong()
                                    == rate.get("denominator").asLong() + denominator,
                    "the rate went from " + rate + " to " + now);
        }
        rate = now;
        return Map.of(
                "certified",
                now.get("numerator").asLong(),
                "required",
                now.get("denominator").asLong(),
                "percent",
                now.path("percent").asText());
    }

    private Map<String, Object> appoint() throws IOException {
        employer.signIn("/sign-in", "/j_security_check", "employer", PASSWORD);
        String own = employer.get("/workforce").location().replaceAll("/desk$", "");
        Visitor.Answer page = employer.get(own);
        String title = "总经理 " + newcomer.idNumber().substring(6, 14);
        page = employer.submit(page, own + "/posts", Map.of("title", title, "qualification", QUALIFICATION));
        String post = find("<option value=\"(" + UUID + ")\">" + title + "</option>", page);
        page = employer.submit(
                page,
                own + "/people",
                Map.of(
                        "post",
                        post,
                        "name",
                        newcomer.name(),
                        "idNumber",
                        newcomer.idNumber(),
                        "from",
                        LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString()));
        must(page.text().contains(newcomer.name()), "the person is not in the list");
        return Map.of("person", newcomer.name());
    }

    private Map<String, Object> enrol() throws IOException {
        centre.signIn("/sign-in", "/j_security_check", "centre", PASSWORD);
        Visitor.Answer page = centre.get("/sessions");
        String room = find("<select id=\"r\" name=\"room\"><option value=\"(" + UUID + ")\"", page);
        page = centre.submit(page, "/sessions", Map.of("room", room, "qualification", QUALIFICATION));
        session = page.location();
        String commitment = find("class=\"num\">([0-9a-f]{64})<", page);
        page = centre.submit(
                page, session + "/enrolments", Map.of("name", newcomer.name(), "idNumber", newcomer.idNumber()));
        ticket = find(newcomer.name() + "</th><td[^>]*>(\\d{12})<", page);
        String photo = find("action=\"(" + session + "/enrolments/" + UUID + "/photo)\"", page);
        page = centre.upload(page, photo, "photo", "portrait.png", MadeUpPortrait.draw(newcomer.hashCode()));
        must(page.text().contains("src=\"" + photo + "\""), "the photo is not on the page");
        return Map.of("commitment", commitment.substring(0, 16));
    }

    private Map<String, Object> admit() throws IOException {
        invigilator.signIn("/sign-in", "/j_security_check", "invigilator", PASSWORD);
        Visitor.Answer page = invigilator.submit(
                invigilator.get(session),
                session + "/check-in",
                Map.of("publicValue", newcomer.idNumber().substring(10, 14)));
        String admit = find("action=\"(" + session + "/enrolments/" + UUID + "/check-in)\"", page);
        page = invigilator.submit(page, admit, Map.of());
        String seat = find(ticket + "</td><td[^>]*>([^<]+)<", page);
        invigilator.submit(page, session + "/start", Map.of());
        return Map.of("seat", seat);
    }

    private Map<String, Object> release() throws IOException {
        officer.signIn("/sign-in", "/j_security_check", "officer", PASSWORD);
        officer.submit(officer.get(session), session + "/release", Map.of());
        return Map.of();
    }

    private Map<String, Object> fetch() throws IOException {
        String name =
                "j" + newcomer.idNumber().toLowerCase(java.util.Locale.ROOT).substring(6)
                        + Long.toString(System.nanoTime(), 36);
        String secret = "journey " + java.util.UUID.randomUUID();
        candidate.submit(
                candidate.get("/account/ticket"),
                "/account/ticket",
                Map.of(
                        "ticket",
                        ticket,
                        "idNumber",
                        newcomer.idNumber(),
                        "username",
                        name,
                        "password",
                        secret,
                        "again",
                        secret));
        candidate.signIn("/sign-in", "/j_security_check", name, secret);
        Pattern link = Pattern.compile("href=\"(/my/certificates/" + UUID + "\\.pdf)\"");
        Matcher found =
                Patience.until(() -> link.matcher(candidate.get("/my").text()), Matcher::find, "no certificate came");
        byte[] pdf = candidate.get(found.group(1)).bytes();
        Files.write(out.resolve("certificate.pdf"), pdf);
        String[] code = Scanner.read(pdf).split("#", 2);
        must(code.length == 2 && code[1].matches("[0-9]{300,}"), "the code on the certificate carries no claim");
        address = code[0];
        return Map.of("bytes", pdf.length, "claimDigits", code[1].length());
    }

    private Map<String, Object> verify() throws IOException {
        String path = find("(/v/[0-9A-Z]{20})$", address);
        must(anyone.get(path).text().contains("verdict-valid"), "the page does not say that it is valid");
        JsonNode answer = anyone.get(path.replace("/v/", "/api/verify/")).json();
        must("VALID".equals(answer.path("resultClass").asText()), "the answer is " + answer.path("resultClass"));
        must(
                !answer.toString().contains(newcomer.idNumber())
                        && !answer.toString().contains(newcomer.name()),
                "the answer is not masked");
        return Map.of(
                "address",
                address,
                "name",
                answer.get("name").asText(),
                "validTo",
                answer.get("validTo").asText());
    }

    private Map<String, Object> refuse() throws IOException {
        String body = new StringBuilder(address.substring(address.length() - 20, address.length() - 1))
                .reverse()
                .toString();
        String unknown = "MALFORMED";
        for (int i = 0; i < CHECKS.length() && "MALFORMED".equals(unknown); i++) {
            unknown = classOf(body + CHECKS.charAt(i));
        }
        String malformed = classOf("NOT-A-CODE");
        must("UNKNOWN".equals(unknown) && "MALFORMED".equals(malformed), unknown + ", " + malformed);
        return Map.of("unknown", unknown, "malformed", malformed);
    }

    private String classOf(String code) throws IOException {
        return anyone.look("/api/verify/" + code).json().path("resultClass").asText();
    }

    private static String find(String pattern, Visitor.Answer page) throws IOException {
        return find(pattern, page.text());
    }

    private static String find(String pattern, String text) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        must(found.find(), "the page lacks " + pattern);
        return found.group(1);
    }

    private static void must(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }
}
