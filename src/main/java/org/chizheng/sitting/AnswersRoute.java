package org.chizheng.sitting;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.Answer;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Roles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The busiest door, {@code POST /api/sitting/answers}, as a plain route: a save costs what reading, writing and the log cost, and no thread waits for the commit.
 * Everything that guards the other doors guards it: the sign-in is known before the route; only an examinee is let in, to the own sitting; and a form token must
 * come in its header with JSON, which no other site can send (it would need a permission that this service never gives).
 */
@ApplicationScoped
class AnswersRoute {
    private static final String PATH = "/api/sitting/answers";
    private static final int LONGEST = 64 << 10;
    private final Answering answering;
    private final Answer answer;
    private final ObjectReader forms;

    AnswersRoute(Answering answering, Answer answer, ObjectMapper json) {
        this.answering = answering;
        this.answer = answer;
        forms = json.readerFor(AnswersForm.class);
    }

    void register(@Observes Router router) {
        router.post(PATH).order(0).handler(this::receive);
    }

    private void receive(RoutingContext routing) {
        try {
            UUID enrolment = admitted(routing);
            routing.request().body().onSuccess(body -> save(routing, enrolment, body));
        } catch (Refused refused) {
            answer.refuse(routing, refused);
        }
        routing.request().resume(); // every request comes paused, and an unread one would block its connection
    }

    private static UUID admitted(RoutingContext routing) {
        SecurityIdentity identity = routing.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        if (identity == null || identity.isAnonymous()) {
            throw new Refused(CommonRefusal.SIGN_IN_NEEDED);
        }
        if (!identity.hasRole(Roles.EXAMINEE)) {
            throw new Refused(CommonRefusal.NOT_ALLOWED);
        }
        HttpServerRequest request = routing.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused(CommonRefusal.UNSUPPORTED);
        }
        String token = request.getHeader("X-CSRF-TOKEN");
        if (token == null || token.isBlank()) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 6 || Integer.parseInt(length) > LONGEST)) {
            throw new Refused(CommonRefusal.TOO_LARGE);
        }
        return identity.getAttribute("enrolmentId");
    }

    private void save(RoutingContext routing, UUID enrolment, Buffer body) {
        Context context = Vertx.currentContext();
        try {
            answering
                    .answer(enrolment, form(body))
                    .whenComplete((saved, failure) -> context.runOnContext(now -> {
                        if (failure == null) {
                            answer.send(routing, saved);
                        } else {
                            answer.refuse(routing, failure instanceof CompletionException e ? e.getCause() : failure);
                        }
                    }));
        } catch (Refused refused) {
            answer.refuse(routing, refused);
        }
    }

    private AnswersForm form(Buffer body) {
        if (body.length() > LONGEST) {
            throw new Refused(CommonRefusal.TOO_LARGE);
        }
        try {
            AnswersForm form = body.length() == 0 ? null : forms.readValue(body.getBytes());
            if (form == null) {
                throw new Refused(CommonRefusal.FIELD_MISSING, "epoch");
            }
            return form;
        } catch (IOException e) {
            throw new Refused(CommonRefusal.BAD_REQUEST);
        }
    }
}
