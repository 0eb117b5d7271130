package org.chizheng;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chizheng.common.QrCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** The server's contract played by the test, for states that a real sitting reaches only slowly or not at all. */
final class FakeSitting {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 480 240\"><rect width=\"480\" height=\"240\""
                    + " fill=\"#eef3f0\"/><rect x=\"120\" y=\"40\" width=\"240\" height=\"160\" rx=\"20\" fill=\"#fff\" stroke=\"#145345\""
                    + " stroke-width=\"5\"/><rect x=\"123\" y=\"130\" width=\"234\" height=\"67\" fill=\"#8cc0e0\"/></svg>";
    static final String URL = "https://exam.example.org/r/8F3A0C51D27BE9645A7C";
    private static final QrCode QR = QrCode.of(URL);
    /** As long as the bank allows. */
    private static final String LONG = "某企业的丙烯腈装置检修前进行工艺处置，当班班长发现分离器V-201液位异常，现场压力表读数为0.35MPa，中控室显示为0.12MPa。"
            + "仪表人员认为是变送器零点漂移，建议继续泄压置换；设备人员认为读数不一致时应当停止作业，先查明原因。"
            + "此时作业票已经签发，监护人员已经到位，外来检修队伍在装置外等候，生产副总电话要求两小时内具备检修条件。"
            + "操作规程写明：两处压力读数差值大于0.05MPa时，不得进行下一步作业，应当报告值班调度并由仪表、设备、工艺三方共同确认；"
            + "确认之前设备视为带压、带料。作业票签发后超过四小时未开始作业的，应当重新进行气体分析。"
            + "根据上述规程，关于班长接下来的做法，下列说法中正确的有（　　）。";

    String state = "READY";
    boolean cut;
    boolean signedOut;
    boolean handInWaits;
    boolean scoreWaits;
    String refusal;
    long remaining = 7_200_000;
    boolean late;
    boolean passed = true;
    boolean notesMissing;
    int answersStatus = 200;
    final Map<String, String> answers = new TreeMap<>();
    final List<String> notes = new ArrayList<>();
    final List<JsonNode> handIns = new ArrayList<>();
    private int epoch;
    private int next = 1;

    void play(Page page) {
        page.route("**/api/sitting**", this::answer);
        page.route("**/api/sitting/**", this::answer);
    }

    private void answer(Route route) {
        String path = route.request().url().replaceAll(".*/api/sitting", "");
        try {
            JsonNode body = route.request().postData() == null
                    ? null
                    : JSON.readTree(route.request().postData());
            if (path.startsWith("/figures/")) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("image/svg+xml")
                        .setBody(SVG));
                return;
            }
            if (cut) {
                route.abort();
                return;
            }
            if (signedOut) {
                refuse(route, 401, "SIGNED_OUT");
                return;
            }
            switch (path) {
                case "" -> send(route, 200, standing());
                case "/start", "/open" -> open(route);
                case "/heartbeat" -> send(route, 200, standing());
                case "/answers" -> answers(route, body);
                case "/notes" -> notes(route, body);
                case "/hand-in" -> handIn(route, body);
                case "/receipt" -> send(route, 200, Map.of("url", URL, "size", QR.size(), "qr", QR.path()));
                case "/outcome" -> score(route);
                default -> refuse(route, 404, "NOT_FOUND");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> standing() {
        Map<String, Object> view = new LinkedHashMap<>();
        boolean known = state.equals("UNDER_WAY") || state.equals("HELD");
        view.put("state", state);
        view.put("serverTime", "2026-05-31T08:00:00Z");
        view.put("remainingMillis", known ? remaining : null);
        view.put("seat", state.equals("NOT_CHECKED_IN") ? null : "23");
        return view;
    }

    private void open(Route route) throws JsonProcessingException {
        if (state.equals("ROOM_PAUSED")) {
            refuse(route, 409, state);
        } else if (refusal == null) {
            send(route, 200, opened());
        } else {
            send(route, 409, Map.of("status", 409, "reason", "TOO_LATE", "detail", refusal));
        }
    }

    private void score(Route route) throws JsonProcessingException {
        if (scoreWaits) {
            refuse(route, 409, "NOT_SCORED_YET");
        } else {
            send(route, 200, outcome());
        }
    }

    private Map<String, Object> opened() {
        if (!state.equals("HELD")) {
            state = "UNDER_WAY";
        }
        Map<String, Object> view = standing();
        view.put("epoch", ++epoch);
        view.put("nextSequence", next);
        view.put("answers", answers);
        view.put("paper", Map.of("title", "卷", "points", 100, "items", items()));
        return view;
    }

    private static List<Object> items() {
        List<Object> items = new ArrayList<>();
        for (int no = 1; no <= 90; no++) {
            String section = no <= 40 ? "TRUE_FALSE" : no <= 80 ? "SINGLE" : "MULTIPLE";
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("no", no);
            item.put("section", section);
            item.put("points", no <= 80 ? 1 : 2);
            item.put(
                    "stem",
                    no <= 40 ? "从业人员发现直接危及人身安全的紧急情况时，有权停止作业或者采取可能的应急措施后撤离作业场所。" : "生产经营单位发生生产安全事故后，事故现场有关人员应当（　　）。");
            item.put(
                    "options",
                    no <= 40
                            ? options("对", "错")
                            : options(
                                    "立即报告本单位负责人",
                                    "报告本单位负责人，由负责人按照国家有关规定立即如实报告当地负有安全生产监督管理职责的部门",
                                    "继续作业，观察情况变化",
                                    "等待上级指示"));
            if (no == 83) {
                item.put("stem", LONG);
                item.put(
                        "options",
                        options(
                                "立即停止泄压置换，把设备视为带压、带料，报告值班调度，由仪表、设备、工艺三方共同到现场确认读数不一致的原因，确认之前不得进行下一步作业",
                                "按照生产副总的电话要求，在监护人员加强监护、检修队伍佩戴空气呼吸器的前提下，先按中控室显示值继续泄压置换，边作业边查明原因",
                                "作业票签发后超过四小时仍未开始作业，应当重新进行气体分析，分析合格并重新确认安全措施以后才能开始作业",
                                "由仪表人员单独判断为变送器零点漂移即可继续作业，不需要设备、工艺人员共同确认",
                                "把现场情况如实告知外来检修队伍，未经三方共同确认，不允许他们进入装置"));
            }
            if (no == 82) {
                item.put("figure", Map.of("digest", "f".repeat(64), "alt", "分离器液位示意图", "width", 480, "height", 240));
            }
            items.add(item);
        }
        return items;
    }

    private static List<Object> options(String... texts) {
        List<Object> options = new ArrayList<>();
        for (String text : texts) {
            options.add(Map.of("id", String.valueOf(options.size() + 1), "text", text));
        }
        return options;
    }

    private void answers(Route route, JsonNode body) throws JsonProcessingException {
        if (answersStatus == 503) {
            refuse(route, 503, "TRY_AGAIN");
            return;
        }
        if (state.equals("HELD") || state.equals("CLOSED")) {
            refuse(route, 409, state);
            return;
        }
        if (body.get("epoch").asInt() != epoch) {
            refuse(route, 409, "STALE_PAGE");
            return;
        }
        List<Integer> sequences = new ArrayList<>();
        for (JsonNode event : body.get("events")) {
            sequences.add(event.get("sequence").asInt());
            next = Math.max(next, event.get("sequence").asInt() + 1);
            answers.put(event.get("item").asText(), event.get("answer").asText());
        }
        send(
                route,
                200,
                Map.of(
                        "saved",
                        late ? List.of() : sequences,
                        "late",
                        late ? sequences : List.of(),
                        "remainingMillis",
                        remaining,
                        "state",
                        state));
    }

    private void notes(Route route, JsonNode body) throws JsonProcessingException {
        if (notesMissing) {
            refuse(route, 404, "NOT_FOUND");
            return;
        }
        body.get("notes").forEach(note -> notes.add(note.asText()));
        send(route, 200, Map.of("noted", body.get("notes").size()));
    }

    private void handIn(Route route, JsonNode body) throws JsonProcessingException {
        if (handInWaits) {
            refuse(route, 503, "TRY_AGAIN");
            return;
        }
        handIns.add(body);
        state = "CLOSED";
        send(
                route,
                200,
                Map.of(
                        "number", "8F3A0C51D27BE9645A7C",
                        "at", "2026-05-31T16:12:09.24Z",
                        "count", 93,
                        "digest", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        "signature",
                                "q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0VniQEg=="));
    }

    private Map<String, Object> outcome() {
        List<Object> chapters = new ArrayList<>();
        for (String chapter : List.of("法律法规", "主体责任", "危险化学品", "工艺安全", "重大危险源", "特殊作业", "应急管理", "职业健康")) {
            chapters.add(Map.of(
                    "zh", chapter, "en", "Chapter " + (chapters.size() + 1), "right", passed ? 11 : 6, "total", 12));
        }
        return Map.of("provisional", true, "raw", passed ? 92 : 61, "cut", 80, "passed", passed, "chapters", chapters);
    }

    private static void send(Route route, int status, Object body) throws JsonProcessingException {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType(status < 400 ? "application/json" : "application/problem+json")
                .setBody(JSON.writeValueAsString(body)));
    }

    private static void refuse(Route route, int status, String reason) throws JsonProcessingException {
        send(route, status, Map.of("status", status, "title", reason, "detail", reason, "reason", reason));
    }
}
