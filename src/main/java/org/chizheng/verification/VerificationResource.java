package org.chizheng.verification;

import java.io.InputStream;
import java.util.concurrent.CompletionStage;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.verification.scan.Scan;
import org.jboss.resteasy.reactive.RestPath;

import io.smallrye.common.annotation.NonBlocking;

/** The answers as JSON: 404 for an unknown number, 400 for what cannot be one or cannot be read, 200 for everything else, whatever its state. */
@Path("/api/verify")
@PermitAll
public class VerificationResource {
    private final Checks checks;

    public VerificationResource(Checks checks) {
        this.checks = checks;
    }

    /** token: the text of a QR code, or the digits behind its #. */
    public record TokenForm(String token) {}

    @GET
    @Path("{code}")
    @NonBlocking
    public CompletionStage<Response> verify(@RestPath String code) {
        return checks.askByCode(code, Scan.Via.DOOR).thenApply(VerificationResource::answer);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response token(TokenForm form) {
        if (form == null || form.token() == null || form.token().isBlank()) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "token");
        }
        return answer(checks.byToken(form.token()));
    }

    /** The PDF's bytes as they were handed over. */
    @POST
    @Consumes({"application/pdf", MediaType.APPLICATION_OCTET_STREAM})
    public Response document(InputStream file) {
        return answer(checks.byDocument(UploadedDocument.of(file)));
    }

    private static Response answer(AnswerView view) {
        return Response.status(ResultClass.status(view.resultClass()))
                .entity(view)
                .build();
    }
}
