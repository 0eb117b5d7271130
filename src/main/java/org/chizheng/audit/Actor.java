package org.chizheng.audit;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;

/** Who acts: the signed-in account or ticket, or the system in a scheduled sweep. */
@ApplicationScoped
public class Actor {
    public static final String SYSTEM = "system";
    private final CurrentIdentityAssociation association;

    public Actor(CurrentIdentityAssociation association) {
        this.association = association;
    }

    public String name() {
        if (!Arc.container().requestContext().isActive()) {
            return SYSTEM;
        }
        SecurityIdentity identity = association.getIdentity();
        return identity == null || identity.isAnonymous()
                ? SYSTEM
                : identity.getPrincipal().getName();
    }
}
