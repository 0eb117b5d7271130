package org.chizheng.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.Answer;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * How large a request may be: 32 MB with a file of items or people, 12 MB at every other door. Whoever sends a larger file is led back to the form and told, when all of it has
 * come: a browser that is answered while it still sends shows nothing but a broken connection.
 */
@ApplicationScoped
public class UploadLimit {
    public static final long BYTES = ReadLimits.LARGEST_TABLE;
    public static final int MEGABYTES = ReadLimits.LARGEST_TABLE >> 20;
    /** What a form is larger than its file. */
    private static final long FORM = 64 << 10;

    private static final long ELSEWHERE = 12L << 20;
    /** What is let run in before somebody is told; beyond that the connection is cut. */
    private static final long PATIENCE = 256L << 20;
    /** After sign-in (200), before the server's own limit. */
    private static final int PRIORITY = 100;

    private final Answer answer;

    UploadLimit(Answer answer) {
        this.answer = answer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String said = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        long length = said != null && said.matches("\\d{1,18}") ? Long.parseLong(said) : 0;
        boolean file = request.method() == HttpMethod.POST
                && routing.normalizedPath()
                        .matches("/bank/[^/]+/import|/fitness/check|/roster|/training/records/[^/]+/[^/]+/upload");
        if (length <= (file ? BYTES + FORM : ELSEWHERE)) {
            routing.next();
        } else if (file && length <= PATIENCE && isSignedIn(routing)) {
            request.endHandler(all -> routing.response()
                    .setStatusCode(303)
                    .putHeader(
                            HttpHeaderNames.LOCATION,
                            routing.normalizedPath() + "?refused=" + ExchangeRefusal.TOO_LARGE)
                    .end());
            request.handler(part -> {});
            request.resume();
        } else {
            routing.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            answer.refuse(routing, new Refused(CommonRefusal.TOO_LARGE));
        }
    }

    private static boolean isSignedIn(RoutingContext routing) {
        return routing.user() instanceof QuarkusHttpUser user
                && !user.getSecurityIdentity().isAnonymous();
    }
}
