package org.chizheng.session;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** Recognises a ticket's holder again by the encrypted cookie; without leaving the event loop while the holder is remembered, because every answer comes this way. */
@ApplicationScoped
public class TicketTrustedIdentityProvider implements IdentityProvider<TrustedAuthenticationRequest> {
    private final TicketIdentity tickets;
    private final CaffeineCache recent;

    public TicketTrustedIdentityProvider(TicketIdentity tickets, @CacheName("tickets") Cache recent) {
        this.tickets = tickets;
        this.recent = recent.as(CaffeineCache.class);
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
        CompletableFuture<Optional<SecurityIdentity>> known = recent.getIfPresent(enrolment);
        if (known != null && known.isDone() && !known.isCompletedExceptionally()) {
            return Uni.createFrom().item(known.join().orElseThrow(TicketTrustedIdentityProvider::gone));
        }
        return context.runBlocking(() -> tickets.recently(enrolment).orElseThrow(TicketTrustedIdentityProvider::gone));
    }

    private static AuthenticationFailedException gone() {
        return new AuthenticationFailedException("the ticket is no longer valid");
    }
}
