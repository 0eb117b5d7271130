package org.chizheng.people;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Quarkus's form sign-in with our answers to those who are not signed in: 401 under /api, the examination's own entrance under /exam. */
@Alternative
@Priority(1)
@ApplicationScoped
public class DoorMechanism implements HttpAuthenticationMechanism {
    private final FormAuthenticationMechanism form;

    public DoorMechanism(FormAuthenticationMechanism form) {
        this.form = form;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        return form.authenticate(context, manager)
                .onItemOrFailure()
                .invoke((identity, failure) -> context.put(HttpAuthenticationMechanism.class.getName(), this));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith("/api/")) {
            return Uni.createFrom().item(new ChallengeData(401));
        }
        if (path.equals("/exam/j_security_check")) {
            return redirect("/exam?failed=true");
        }
        return path.startsWith("/exam") ? redirect("/exam") : form.getChallenge(context);
    }

    private static Uni<ChallengeData> redirect(String location) {
        return Uni.createFrom().item(new ChallengeData(302, "Location", location));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return form.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return form.getCredentialTransport(context);
    }
}
