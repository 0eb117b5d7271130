package org.chizheng.session;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.people.SignInLog;
import org.chizheng.people.SignInThrottle;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Signs a ticket in by ticket number and identity number, at the examination's entrance only. */
@ApplicationScoped
public class TicketIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final TicketIdentity tickets;
    private final SignInThrottle throttle;
    private final SignInLog log;

    public TicketIdentityProvider(TicketIdentity tickets, SignInThrottle throttle, SignInLog log) {
        this.tickets = tickets;
        this.throttle = throttle;
        this.log = log;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        if (routing == null || !routing.normalizedPath().startsWith("/exam/")) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() ->
                signIn(request.getUsername(), new String(request.getPassword().getPassword())));
    }

    private SecurityIdentity signIn(String ticket, String idNumber) {
        if (throttle.isBarred(ticket)) {
            throw new AuthenticationFailedException("too many failures");
        }
        return tickets.signIn(ticket, idNumber)
                .map(identity -> {
                    throttle.succeeded(ticket);
                    log.signedIn("enrolment", identity.getAttribute("enrolmentId"));
                    return identity;
                })
                .orElseThrow(() -> {
                    throttle.failed(ticket);
                    log.refused("enrolment", null);
                    return new AuthenticationFailedException("ticket or number is wrong");
                });
    }
}
