package org.chizheng.session;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** Recognises a ticket's holder again by the encrypted cookie. */
@ApplicationScoped
public class TicketTrustedIdentityProvider implements IdentityProvider<TrustedAuthenticationRequest> {
    private final TicketIdentity tickets;

    public TicketTrustedIdentityProvider(TicketIdentity tickets) {
        this.tickets = tickets;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!request.getPrincipal().startsWith(TicketIdentity.PREFIX)) {
            return Uni.createFrom().nullItem();
        }
        UUID enrolment = UUID.fromString(request.getPrincipal().substring(TicketIdentity.PREFIX.length()));
        return context.runBlocking(() -> tickets.recently(enrolment)
                .orElseThrow(() -> new AuthenticationFailedException("the ticket is no longer valid")));
    }
}
