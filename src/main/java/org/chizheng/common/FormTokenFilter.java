package org.chizheng.common;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.vertx.ext.web.RoutingContext;

/**
 * Only a page carries a form token, so only a page sets the cookie: a picture or file that is fetched without it would bring another one, and the forms of
 * the page it belongs to would be refused.
 */
public class FormTokenFilter {
    /** Where Quarkus keeps the token that it is about to set. */
    private static final String NEW_TOKEN = "csrf_token";

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
