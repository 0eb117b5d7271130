package org.chizheng.common;

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
        if (!routing.normalizedPath().startsWith("/assets/")) {
            routing.response().putHeader("Cache-Control", "no-store");
        }
        routing.next();
    }
}
