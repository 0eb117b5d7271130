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
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SignInLog log;

    public AccountIdentityProvider(Accounts accounts, SignInThrottle throttle, SignInLog log) {
        this.accounts = accounts;
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
        if (routing != null && routing.normalizedPath().startsWith("/exam/")) {
            return Uni.createFrom().nullItem();
        }
        return context.runBlocking(() ->
                signIn(request.getUsername(), new String(request.getPassword().getPassword())));
    }

    private SecurityIdentity signIn(String name, String password) {
        if (throttle.isBarred(name)) {
            throw new AuthenticationFailedException("too many failures");
        }
        Accounts.Known account = accounts.find(name).orElse(null);
        boolean right = account == null
                ? PasswordHash.matchesNothing(password)
                : PasswordHash.matches(password, account.passwordHash());
        if (!right) {
            throttle.failed(name);
            log.refused("account", account == null ? null : account.id());
            throw new AuthenticationFailedException("name or password is wrong");
        }
        throttle.succeeded(name);
        log.signedIn("account", account.id());
        return AccountIdentity.of(account);
    }
}
