package org.chizheng.sitting;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Pages;
import org.chizheng.sitting.rule.ReceiptNumber;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page behind the QR code of a hand-in receipt, phone first and good to print, and a form for the number. */
@Path("/r")
@PermitAll
public class ReceiptPage {
    private final Confirming confirming;

    public ReceiptPage(Confirming confirming) {
        this.confirming = confirming;
    }

    @CheckedTemplate(basePath = "sitting", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance receipts(String host);

        static native TemplateInstance receipt(CheckedReceiptView view, ReceiptCodeView code);
    }

    @GET
    public Response ask(@RestQuery @DefaultValue("") String number) {
        String tidy = ReceiptNumber.tidy(number);
        if (tidy.matches("[0-9A-Z]{1,40}")) {
            return Response.seeOther(URI.create("/r/" + tidy)).build();
        }
        return Pages.of(200, Templates.receipts(confirming.host()));
    }

    @GET
    @Path("{number}")
    public Response receipt(@RestPath String number) {
        CheckedReceiptView view = confirming.confirm(number);
        ReceiptCodeView code = view.known() ? confirming.code(view.number()) : null;
        return Pages.of(status(view), Templates.receipt(view, code));
    }

    static int status(CheckedReceiptView view) {
        return switch (view.resultClass()) {
            case "UNKNOWN" -> 404;
            case "MALFORMED" -> 400;
            default -> 200;
        };
    }
}
