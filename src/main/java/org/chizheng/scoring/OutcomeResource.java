package org.chizheng.scoring;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.Refused;
import org.chizheng.people.Roles;

import io.quarkus.security.identity.SecurityIdentity;

/** The provisional result of the caller's own sitting; NOT_SCORED_YET for a second or so after hand-in. */
@Path("/api/sitting/outcome")
@RolesAllowed(Roles.EXAMINEE)
public class OutcomeResource {
    private final Results results;
    private final SecurityIdentity identity;

    public OutcomeResource(Results results, SecurityIdentity identity) {
        this.results = results;
        this.identity = identity;
    }

    @GET
    public OutcomeView outcome() {
        UUID enrolment = identity.getAttribute("enrolmentId");
        return results.ofEnrolment(enrolment)
                .map(r -> new OutcomeView(r.provisional(), r.raw(), r.cut(), r.passed(), r.chapters()))
                .orElseThrow(() -> new Refused(ScoringRefusal.NOT_SCORED_YET));
    }
}
