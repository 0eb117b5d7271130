package org.chizheng.common;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/** Keeps a language that was asked for by {@code ?lang=}; forbids keeping signed-in pages in shared caches. */
@ApplicationScoped
public class LanguageFilter {
    static final String COOKIE = "lang";
    private static final long YEAR_SECONDS = 31_536_000;

    /** The same for everybody; these doors say themselves how long they may be kept. */
    private static final List<String> FOR_CACHES = List.of("/assets/", "/status/", "/credentials/", "/.well-known/");

    void register(@Observes Filters filters) {
        filters.register(LanguageFilter::keepLanguage, 200);
    }

    private static void keepLanguage(RoutingContext routing) {
        String asked = routing.queryParams().get("lang");
        if ("zh".equals(asked) || "en".equals(asked)) {
            routing.response()
                    .addCookie(Cookie.cookie(COOKIE, asked)
                            .setPath("/")
                            .setMaxAge(YEAR_SECONDS)
                            .setSameSite(CookieSameSite.LAX));
        }
        if (FOR_CACHES.stream().noneMatch(routing.normalizedPath()::startsWith)) {
            routing.response().putHeader("Cache-Control", "no-store");
        }
        routing.next();
    }
}
