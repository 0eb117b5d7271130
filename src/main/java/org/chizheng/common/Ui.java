package org.chizheng.common;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/** What every page needs to know of its request: language, who is signed in, what the menu offers. */
@Named("ui")
@RequestScoped
public class Ui {
    /** Stands among the roles of an entry for whoever is not signed in. */
    private static final String NOBODY = "-";

    /** Entries of the menu by role, in order: role, address, message key. Later features add theirs here by name only. */
    private static final List<MenuEntry> MENU = List.of(
            new MenuEntry("/exam", "common_menu_exam", List.of(NOBODY)),
            new MenuEntry("/verify", "common_menu_verify", List.of(NOBODY)),
            new MenuEntry("/desk", "common_menu_desk", List.of("**")),
            new MenuEntry("/my", "common_menu_my", List.of("candidate")),
            new MenuEntry("/my/bookings", "common_menu_bookings", List.of("candidate")),
            new MenuEntry("/my/applications", "common_menu_my_applications", List.of("candidate")),
            new MenuEntry("/practice", "common_menu_practice", List.of("candidate")),
            new MenuEntry(
                    "/sessions",
                    "common_menu_sessions",
                    List.of("administrator", "centre-manager", "invigilator", "certificate-officer")),
            new MenuEntry("/results", "common_menu_results", List.of("certificate-officer", "centre-manager")),
            new MenuEntry("/rechecks", "common_menu_rechecks", List.of("certificate-officer", "regulator")),
            new MenuEntry("/integrity", "common_menu_integrity", List.of("regulator")),
            new MenuEntry("/statistics/exams", "common_menu_exam_figures", List.of("regulator", "centre-manager")),
            new MenuEntry("/centres", "common_menu_centres", List.of("administrator", "centre-manager", "regulator")),
            new MenuEntry(
                    "/practicals",
                    "common_menu_practicals",
                    List.of("administrator", "centre-manager", "invigilator", "assessor", "certificate-officer")),
            new MenuEntry("/bookings/plan", "common_menu_plan", List.of("centre-manager", "regulator")),
            new MenuEntry("/enterprise/bookings", "common_menu_enterprise_bookings", List.of("employer")),
            new MenuEntry("/applications", "common_menu_applications", List.of("centre-manager", "regulator")),
            new MenuEntry("/incidents", "common_menu_incidents", List.of("regulator")),
            new MenuEntry("/closings", "common_menu_closings", List.of("centre-manager", "regulator")),
            new MenuEntry("/enterprise/applications", "common_menu_enterprise_applications", List.of("employer")),
            new MenuEntry("/workforce", "common_menu_workforce", List.of("employer", "administrator", "regulator")),
            new MenuEntry("/training/providers", "common_menu_training", List.of("administrator", "regulator")),
            new MenuEntry("/fitness/check", "common_menu_bulk", List.of("employer", "administrator", "regulator")),
            new MenuEntry(
                    "/certificates",
                    "common_menu_certificates",
                    List.of("certificate-officer", "administrator", "regulator")),
            new MenuEntry(
                    "/statistics/holder-rate",
                    "common_menu_statistics",
                    List.of(NOBODY, "regulator", "administrator", "employer")),
            new MenuEntry("/statistics/forecast", "common_menu_forecast", List.of("regulator", "administrator")),
            new MenuEntry("/statistics/desk", "common_menu_rate_desk", List.of("regulator", "administrator")),
            new MenuEntry("/statistics/reports", "common_menu_reports", List.of("regulator", "administrator")),
            new MenuEntry("/goals", "common_menu_goals", List.of(NOBODY, "regulator", "administrator")),
            new MenuEntry("/goals/worklist", "common_menu_work", List.of("regulator")),
            new MenuEntry("/enterprise/worklist", "common_menu_own_work", List.of("employer")),
            new MenuEntry("/accounts", "common_menu_accounts", List.of("administrator")),
            new MenuEntry("/messages", "common_menu_messages", List.of("administrator")),
            new MenuEntry("/bank", "common_menu_bank", List.of("author", "reviewer", "administrator")),
            new MenuEntry("/regrades", "common_menu_regrades", List.of("reviewer", "administrator")),
            new MenuEntry(
                    "/regulation",
                    "common_menu_regulation",
                    List.of(
                            "administrator",
                            "regulator",
                            "certificate-officer",
                            "centre-manager",
                            "reviewer",
                            "author")),
            new MenuEntry("/signing-keys", "common_menu_signing_keys", List.of("administrator", "regulator")),
            new MenuEntry("/audit", "common_menu_audit", List.of("administrator", "regulator")));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String FORM_TOKEN = "csrf_token";

    private record MenuEntry(String href, String key, List<String> roles) {}

    /** One entry as the template shows it; about: what it is for, in a line. */
    public record MenuItem(String href, String label, String about, boolean current) {}

    private final RoutingContext routing;
    private final SecurityIdentity identity;
    private final ChizhengConfig config;

    public Ui(RoutingContext routing, SecurityIdentity identity, ChizhengConfig config) {
        this.routing = routing;
        this.identity = identity;
        this.config = config;
    }

    /** zh unless the address or the cookie asks for en. */
    public String getLang() {
        return langOf(routing);
    }

    static String langOf(RoutingContext routing) {
        String asked = routing.queryParams().get("lang");
        if (asked == null && routing.request().getCookie(LanguageFilter.COOKIE) != null) {
            asked = routing.request().getCookie(LanguageFilter.COOKIE).getValue();
        }
        return "en".equals(asked) ? "en" : "zh";
    }

    public String getHtmlLang() {
        return "en".equals(getLang()) ? "en" : "zh-CN";
    }

    /** The same page in the other language, other parameters kept. */
    public String getSwitchUrl() {
        StringBuilder url = new StringBuilder(routing.normalizedPath())
                .append("?lang=")
                .append("en".equals(getLang()) ? "zh" : "en");
        for (Map.Entry<String, String> parameter : routing.queryParams()) {
            if (!"lang".equals(parameter.getKey())) {
                url.append('&').append(encode(parameter.getKey())).append('=').append(encode(parameter.getValue()));
            }
        }
        return url.toString();
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    public String getName() {
        return isSignedIn() ? pick(identity.getAttribute("zh"), identity.getAttribute("en")) : "";
    }

    /** The token of forms, empty on a page that answers a request nothing matched. */
    public String getFormToken() {
        return routing.get(FORM_TOKEN, "");
    }

    public boolean isDemo() {
        return config.demo();
    }

    public List<MenuItem> getMenu() {
        String path = routing.normalizedPath();
        // The nearest entry alone: /my/bookings is not /my.
        String current = MENU.stream()
                .map(MenuEntry::href)
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return MENU.stream()
                .filter(entry -> entry.roles().stream().anyMatch(this::holds))
                .map(entry -> new MenuItem(
                        entry.href(),
                        Messages.get(getLang(), entry.key()),
                        Messages.get(getLang(), entry.key() + "_about"),
                        entry.href().equals(current)))
                .toList();
    }

    /** Whether the signed-in account has the role somewhere; for showing an act, never for allowing it. */
    public boolean holds(String role) {
        return switch (role) {
            case "**" -> isSignedIn() && !identity.hasRole("examinee");
            case NOBODY -> !isSignedIn();
            default -> identity.hasRole(role);
        };
    }

    /** The names of the roles held, in the page's language. */
    public List<String> getRoles() {
        return identity.getRoles().stream()
                .sorted()
                .map(role -> text("common_role_", role))
                .toList();
    }

    /** The text in the page's language. */
    public String pick(String zh, String en) {
        return "en".equals(getLang()) && en != null && !en.isBlank() ? en : zh;
    }

    /** An instant as people read it: date and time in China's one time zone, to the second. */
    public String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(OfficialClock.ZONE));
    }

    /** The date in China of an instant, as 2026-06-01. */
    public String day(Instant instant) {
        return OfficialClock.dateOf(instant).toString();
    }

    /** Hour and minute in China of an instant, as 09:00. */
    public String clock(Instant instant) {
        return instant.atZone(OfficialClock.ZONE)
                .toLocalTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** An account as pages name it: what stands before the colon says how it signs in. Other words stay as they are. */
    public String account(String principal) {
        return principal.substring(principal.indexOf(':') + 1);
    }

    /** What a refusal says, in the page's language. */
    public String refusal(Refused refused) {
        return Messages.get(getLang(), refused.reason().messageKey(), refused.arguments());
    }

    /** A message whose key ends in a name that is computed, such as a state. */
    public String text(String prefix, String name) {
        return Messages.get(getLang(), prefix + name);
    }
}
