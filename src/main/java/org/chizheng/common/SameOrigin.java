package org.chizheng.common;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what changes something when the browser itself says that another site sends it (Fetch Metadata, W3C). With the form token, which is a
 * double-submitted cookie, it keeps out a neighbour under the same domain who could plant a cookie.
 */
@ApplicationScoped
public class SameOrigin {
    private static final int BEFORE_ALL = 400;
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");
    private final Answer answer;

    public SameOrigin(Answer answer) {
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseOthers, BEFORE_ALL);
    }

    private void refuseOthers(RoutingContext routing) {
        String site = routing.request().getHeader("Sec-Fetch-Site");
        if (site != null
                && OTHERS.contains(site)
                && !SAFE.contains(routing.request().method())) {
            answer.refuse(routing, new Refused(CommonRefusal.NOT_ALLOWED));
        } else {
            routing.next();
        }
    }
}
