package org.chizheng.verification;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

/** The same answer as JSON: 404 for an unknown code, 400 for what cannot be a code, 200 for everything that exists, whatever its state. */
@Path("/api/verify/{code}")
@PermitAll
public class VerificationResource {
    private final Verifying verifying;

    public VerificationResource(Verifying verifying) {
        this.verifying = verifying;
    }

    @GET
    public Response verify(@RestPath String code) {
        AnswerView answer = verifying.verify(code);
        return Response.status(VerificationPage.status(answer)).entity(answer).build();
    }
}
