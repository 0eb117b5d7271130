package org.chizheng.fitness.bulk;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Answer;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * How programs come in with an access key: by plain routes, since they have no page from which a form token could come, and need none: no other site can make a browser send
 * their key. Whoever is signed in by cookie needs the token's header, as at every other door. A key opens these doors and no other.
 */
@ApplicationScoped
public class ProgramDoor {
    private static final String BEARER = "Bearer ";
    private final AccessKeys keys;
    private final Answer answer;

    ProgramDoor(AccessKeys keys, Answer answer) {
        this.keys = keys;
        this.answer = answer;
    }

    /**
     * Who is let in, and how much may be sent.
     *
     * @param longest bytes of a body
     * @param roles of people who are signed in
     */
    public record Door(String path, int longest, List<String> roles) {
        public Door {
            roles = List.copyOf(roles);
        }
    }

    /** A body with its sender. key: the enterprise of the access key, else null; user: who is signed in, else null. address: null where it is not known. */
    public record Call(AccessKeys.Known key, CurrentUser user, Buffer body, String address) {}

    public void open(Router router, Door door, Function<Call, Object> act) {
        router.post(door.path()).order(0).handler(routing -> receive(routing, door, act));
    }

    /** The body is read whatever it is asked with: a connection with an unread one would be lost. What is too long is thrown away as it comes. */
    private void receive(RoutingContext routing, Door door, Function<Call, Object> act) {
        HttpServerRequest request = routing.request();
        Buffer body = Buffer.buffer();
        boolean[] tooLong = {false};
        request.handler(part -> {
            tooLong[0] |= body.length() + part.length() > door.longest();
            if (!tooLong[0]) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> routing.vertx()
                .executeBlocking(
                        () -> {
                            Call call = call(routing, door, body);
                            if (tooLong[0]) {
                                throw new Refused(CommonRefusal.TOO_LARGE);
                            }
                            return act.apply(call);
                        },
                        false)
                .onSuccess(view -> answer.send(routing, view))
                .onFailure(failure -> refuse(routing, failure)));
        request.resume();
    }

    private Call call(RoutingContext routing, Door door, Buffer body) {
        HttpServerRequest request = routing.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        AccessKeys.Known key = authorization != null && authorization.startsWith(BEARER)
                ? keys.find(authorization.substring(BEARER.length()).strip())
                        .orElseThrow(() -> new Refused(CommonRefusal.SIGN_IN_NEEDED))
                : null;
        CurrentUser user = key == null ? signedIn(routing, door) : null;
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(CommonRefusal.UNSUPPORTED);
        }
        return new Call(key, user, body, address(request));
    }

    private static CurrentUser signedIn(RoutingContext routing, Door door) {
        SecurityIdentity identity = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        if (identity == null || identity.isAnonymous()) {
            throw new Refused(CommonRefusal.SIGN_IN_NEEDED);
        }
        if (door.roles().stream().noneMatch(identity::hasRole)) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        String token = routing.request().getHeader("X-CSRF-TOKEN");
        if (token == null || token.isBlank()) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
        return new CurrentUser(identity);
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    private void refuse(RoutingContext routing, Throwable failure) {
        if (failure instanceof Refused refused && refused.reason() == BulkRefusal.RATE_EXCEEDED) {
            routing.response()
                    .putHeader(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(refused.arguments().get(1)));
        }
        answer.refuse(routing, failure);
    }
}
