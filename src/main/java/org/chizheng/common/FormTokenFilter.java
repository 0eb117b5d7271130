package org.chizheng.common;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.ext.web.RoutingContext;

/**
 * Only a page carries a form token, so only a page sets the cookie: a picture or file that is fetched without it would bring another one, and the forms of
 * the page it belongs to would be refused.
 */
public class FormTokenFilter {
    /** Where Quarkus keeps the token that it is about to set. */
    private static final String NEW_TOKEN = "csrf_token";

    private static final String HEADER = "X-CSRF-TOKEN";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ANSWERS_ANYBODY = Set.of("/api/verify");
    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE, MediaType.MULTIPART_FORM_DATA_TYPE);

    /**
     * The library asks forms for their token, and looks at a header that is there; here it is made sure that what is no form has the header. A door that only answers, the same
     * to everybody who has the question, is open to programs that saw no page.
     */
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 1)
    public Optional<Response> requireToken(ContainerRequestContext request, RoutingContext routing) {
        MediaType type = request.getMediaType();
        boolean form = type != null && FORMS.stream().anyMatch(type::isCompatible);
        return SAFE.contains(request.getMethod())
                        || form
                        || request.getHeaderString(HEADER) != null
                        || ANSWERS_ANYBODY.contains(routing.normalizedPath())
                ? Optional.empty()
                : Optional.of(Response.status(Response.Status.BAD_REQUEST).build());
    }

    /** Before the filter that sets the cookie. */
    @ServerResponseFilter(priority = Priorities.USER + 1000)
    public void keepToken(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (!isPage(routing, response.getMediaType())) {
            routing.remove(NEW_TOKEN);
        }
    }

    private static boolean isPage(RoutingContext routing, MediaType type) {
        return !routing.normalizedPath().startsWith("/api/")
                && (type == null || type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }
}
