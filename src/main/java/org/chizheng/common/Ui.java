package org.chizheng.common;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String FORM_TOKEN = "csrf_token";

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

    /** What the menu offers to whoever is signed in. */
    public Menu getMenu() {
        return Menu.of(routing.normalizedPath(), getLang(), this::holds);
    }

    /** Whether the signed-in account has the role somewhere; for showing an act, never for allowing it. */
    public boolean holds(String role) {
        return switch (role) {
            case "**" -> isSignedIn() && !identity.hasRole("examinee");
            case Menu.NOBODY -> !isSignedIn();
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
