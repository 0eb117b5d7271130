package org.chizheng.verification;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.Pages;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page behind the QR code, phone first, and a form for the code. */
@Path("/")
@PermitAll
public class VerificationPage {
    private final Verifying verifying;

    public VerificationPage(Verifying verifying) {
        this.verifying = verifying;
    }

    @CheckedTemplate(basePath = "verification", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ask(String host);

        static native TemplateInstance answer(AnswerView view);
    }

    @GET
    @Path("verify")
    public Response ask(@RestQuery @DefaultValue("") String code) {
        String tidy = VerificationCode.tidy(code);
        if (tidy.matches("[0-9A-Z]{1,40}")) {
            return Response.seeOther(URI.create("/v/" + tidy)).build();
        }
        return Pages.of(200, Templates.ask(verifying.host()));
    }

    @GET
    @Path("v/{code}")
    public Response answer(@RestPath String code) {
        AnswerView answer = verifying.verify(code);
        return Pages.of(status(answer), Templates.answer(answer));
    }

    static int status(AnswerView answer) {
        return switch (answer.resultClass()) {
            case "UNKNOWN" -> 404;
            case "MALFORMED" -> 400;
            default -> 200;
        };
    }
}
