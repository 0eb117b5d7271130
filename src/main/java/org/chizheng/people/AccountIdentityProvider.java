package org.chizheng.people;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Signs accounts in by name and password. The examination's entrance under /exam belongs to tickets and is left to their provider. */
@ApplicationScoped
public class AccountIdentityProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private final Vouching vouching;

    public AccountIdentityProvider(Vouching vouching) {
        this.vouching = vouching;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        if (routing != null && routing.normalizedPath().startsWith("/exam/")) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() ->
                signIn(request.getUsername(), new String(request.getPassword().getPassword())));
    }

    private SecurityIdentity signIn(String name, String password) {
        return vouching.vouch(name, password)
                .map(AccountIdentity::of)
                .orElseThrow(() -> new AuthenticationFailedException("name or password is wrong"));
    }
}
