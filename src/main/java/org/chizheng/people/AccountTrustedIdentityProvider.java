package org.chizheng.people;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** Recognises an account again by its encrypted cookie; a closed account or a withdrawn role counts within seconds. */
@ApplicationScoped
public class AccountTrustedIdentityProvider implements IdentityProvider<TrustedAuthenticationRequest> {
    private final Accounts accounts;

    public AccountTrustedIdentityProvider(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        if (!request.getPrincipal().startsWith(AccountIdentity.PREFIX)) {
            return Uni.createFrom().nullItem();
        }
        String username = request.getPrincipal().substring(AccountIdentity.PREFIX.length());
        return context.runBlocking(() -> accounts.findRecently(username)
                .map(AccountIdentity::of)
                .orElseThrow(() -> new AuthenticationFailedException("the account is closed")));
    }
}
