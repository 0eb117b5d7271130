package org.chizheng.common;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.ext.web.RoutingContext;

/**
 * Only a page carries a form token, so only a page may bring a new one. Without this each picture or file that is fetched would replace the
 * cookie, and the forms of the page it belongs to would be refused.
 */
public class FormTokenFilter {
    /** Where Quarkus keeps a new token, and the sign that the request brought the right one. */
    private static final String NEW_TOKEN = "csrf_token_bytes";

    private static final String VERIFIED = "csrf_token_verified";

    /** Before the filter that sets the cookie. */
    @ServerResponseFilter(priority = Priorities.USER + 1000)
    public void keepToken(ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
        if (routing.get(VERIFIED) == null && !isPage(routing, response.getMediaType())) {
            routing.remove(NEW_TOKEN);
        }
    }

    private static boolean isPage(RoutingContext routing, MediaType type) {
        return !routing.normalizedPath().startsWith("/api/")
                && (type == null || type.isCompatible(MediaType.TEXT_HTML_TYPE));
    }
}
