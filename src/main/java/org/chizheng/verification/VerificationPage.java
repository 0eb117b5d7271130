package org.chizheng.verification;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.common.Pages;
import org.chizheng.verification.scan.Scan;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page behind the QR code, phone first, and forms for the code and for a document. */
@Path("/")
@PermitAll
public class VerificationPage {
    private final Verifying verifying;
    private final Checks checks;

    public VerificationPage(Verifying verifying, Checks checks) {
        this.verifying = verifying;
        this.checks = checks;
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
        return page(checks.byCode(code, Scan.Via.PAGE));
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response document(@RestForm("file") FileUpload file) {
        return page(checks.byDocument(UploadedDocument.of(file)));
    }

    private static Response page(AnswerView answer) {
        return Pages.of(ResultClass.status(answer.resultClass()), Templates.answer(answer));
    }
}
