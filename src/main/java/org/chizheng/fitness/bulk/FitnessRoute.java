package org.chizheng.fitness.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.Answer;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The door for programs, {@code POST /api/fitness}. A plain route, since a program with an access key has no page from which a form token could come, and needs none: no other site
 * can make a browser send its key. Whoever is signed in by cookie needs the token's header, as at every other door. A key opens this door and no other.
 */
@ApplicationScoped
class FitnessRoute {
    private static final String PATH = "/api/fitness";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 8 << 20;
    private final Checking checking;
    private final AccessKeys keys;
    private final Answer answer;
    private final ObjectReader forms;

    FitnessRoute(Checking checking, AccessKeys keys, Answer answer, ObjectMapper json) {
        this.checking = checking;
        this.keys = keys;
        this.answer = answer;
        forms = json.readerFor(FitnessForm.class);
    }

    void register(@Observes Router router) {
        router.post(PATH).order(0).handler(this::receive);
    }

    /** The body is read whatever it is asked with: a connection with an unread one would be lost. What is too long is thrown away as it comes. */
    private void receive(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Buffer body = Buffer.buffer();
        boolean[] tooLong = {false};
        request.handler(part -> {
            tooLong[0] |= body.length() + part.length() > LONGEST;
            if (!tooLong[0]) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> routing.vertx()
                .executeBlocking(
                        () -> {
                            Asker asker = asker(routing);
                            if (tooLong[0]) {
                                throw new Refused(CommonRefusal.TOO_LARGE);
                            }
                            return FitnessView.of(checking.check(asker, rows(body), address(request)));
                        },
                        false)
                .onSuccess(view -> answer.send(routing, view))
                .onFailure(failure -> refuse(routing, failure)));
        request.resume();
    }

    private Asker asker(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Asker asker = authorization != null && authorization.startsWith(BEARER)
                ? keys.find(authorization.substring(BEARER.length()).strip())
                        .map(Asker::of)
                        .orElseThrow(() -> new Refused(CommonRefusal.SIGN_IN_NEEDED))
                : signedIn(routing);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(CommonRefusal.UNSUPPORTED);
        }
        return asker;
    }

    private static Asker signedIn(RoutingContext routing) {
        SecurityIdentity identity = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        if (identity == null || identity.isAnonymous()) {
            throw new Refused(CommonRefusal.SIGN_IN_NEEDED);
        }
        if (List.of(Roles.EMPLOYER, Roles.ADMINISTRATOR, Roles.REGULATOR).stream()
                .noneMatch(identity::hasRole)) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        String token = routing.request().getHeader("X-CSRF-TOKEN");
        if (token == null || token.isBlank()) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
        return Asker.of(new CurrentUser(identity));
    }

    private List<AskedRow> rows(Buffer body) {
        FitnessForm form;
        try {
            form = body.length() == 0 ? null : forms.readValue(body.getBytes());
        } catch (IOException e) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
        if (form == null || form.rows() == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "rows");
        }
        List<AskedRow> rows = new ArrayList<>();
        for (FitnessForm.Row row : form.rows()) {
            rows.add(Optional.ofNullable(row)
                    .map(r -> AskedRow.of(rows.size() + 1, r.name(), r.idNumber(), r.qualification(), r.post(), true))
                    .orElseThrow(() -> new Refused(CommonRefusal.FIELD_MISSING, "rows[" + rows.size() + "]")));
        }
        return rows;
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
