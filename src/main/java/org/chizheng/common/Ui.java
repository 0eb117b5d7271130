package org.chizheng.common;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
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
            new MenuEntry("/practice", "common_menu_practice", List.of("candidate")),
            new MenuEntry(
                    "/sessions",
                    "common_menu_sessions",
                    List.of("administrator", "centre-manager", "invigilator", "certificate-officer")),
            new MenuEntry("/workforce", "common_menu_workforce", List.of("employer", "administrator", "regulator")),
            new MenuEntry(
                    "/certificates",
                    "common_menu_certificates",
                    List.of("certificate-officer", "administrator", "regulator")),
            new MenuEntry(
                    "/statistics/holder-rate",
                    "common_menu_statistics",
                    List.of(NOBODY, "regulator", "administrator", "employer")),
            new MenuEntry("/accounts", "common_menu_accounts", List.of("administrator")),
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
        return MENU.stream()
                .filter(entry -> entry.roles().stream().anyMatch(this::holds))
                .map(entry -> new MenuItem(
                        entry.href(),
                        Messages.get(getLang(), entry.key()),
                        Messages.get(getLang(), entry.key() + "_about"),
                        path.startsWith(entry.href())))
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
