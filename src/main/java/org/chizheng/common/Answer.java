package org.chizheng.common;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** JSON answers of doors that are plain routes, with the same refusals as all others. */
@ApplicationScoped
public class Answer {
    private final ObjectMapper json;

    public Answer(ObjectMapper json) {
        this.json = json;
    }

    public void send(RoutingContext routing, Object view) {
        send(routing, 200, "application/json", view);
    }

    /** Before any door, above all where a sign-in is looked up, a failure ends here when trying again may help. */
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(routing -> {
            if (PassingTrouble.is(routing.failure())) {
                refuse(routing, routing.failure());
            } else {
                routing.next();
            }
        });
    }

    /** A {@link Refused} by its reason, the database's passing trouble as TRY_AGAIN, anything else as INTERNAL, with the failure in the log only. */
    public void refuse(RoutingContext routing, Throwable failure) {
        if (failure instanceof Refused refused) {
            refuse(routing, refused.reason(), refused.arguments());
        } else {
            refuse(routing, PassingTrouble.refusal(failure), List.of());
        }
    }

    private void refuse(RoutingContext routing, Reason reason, List<Object> arguments) {
        if (reason.status() == 503) {
            routing.response().putHeader(HttpHeaders.RETRY_AFTER, "2");
        }
        Problem problem = Problem.of(Ui.langOf(routing), reason, arguments);
        send(routing, problem.status(), Problem.MEDIA_TYPE, problem.asMap());
    }

    private void send(RoutingContext routing, int status, String type, Object body) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            return;
        }
        try {
            response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, type)
                    .end(io.vertx.core.buffer.Buffer.buffer(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
