package org.chizheng.common;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpServerRequest;

/** The one mapper from refusals to answers: problem+json (RFC 9457) under /api, the same words on a page elsewhere. */
public class RefusalMapper {
    private static final Logger LOG = Logger.getLogger(RefusalMapper.class);
    private final Ui ui;
    private final Template page;
    private final HttpServerRequest request;

    public RefusalMapper(Ui ui, @Location("common/refused") Template page, HttpServerRequest request) {
        this.ui = ui;
        this.page = page;
        this.request = request;
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        Response answer = answer(refused.reason(), refused.arguments());
        refused.retryAfter()
                .ifPresent(wait -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return answer;
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        String fields = invalid.getConstraintViolations().stream()
                .map(v -> lastNode(v.getPropertyPath().toString()) + ": " + v.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return answer(CommonRefusal.FIELD_INVALID, List.of(fields, ""));
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return answer(CommonRefusal.NOT_ALLOWED, List.of());
    }

    @ServerExceptionMapper
    public Response changed(OptimisticLockException changed) {
        return answer(CommonRefusal.CHANGED_MEANWHILE, List.of());
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        if (status >= 500) {
            LOG.error("request failed", web);
        }
        return answer(CommonRefusal.of(status), List.of());
    }

    @ServerExceptionMapper
    public Response other(Throwable failure) {
        return answer(PassingTrouble.refusal(failure), List.of());
    }

    private Response answer(Reason reason, List<Object> arguments) {
        Problem problem = Problem.of(ui.getLang(), reason, arguments);
        if (wantsJson()) {
            Response.ResponseBuilder answer =
                    Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.asMap());
            if (reason.status() == 503) {
                answer.header(HttpHeaders.RETRY_AFTER, "2");
            }
            return answer.build();
        }
        return Pages.of(
                reason.status(),
                page.data(
                        "view",
                        new RefusedView(problem.status(), problem.title(), problem.detail(), problem.reason())));
    }

    private boolean wantsJson() {
        return request.path().startsWith("/api/");
    }
}
