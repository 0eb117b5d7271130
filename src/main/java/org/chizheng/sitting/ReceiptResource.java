package org.chizheng.sitting;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;

/** The same answer as JSON: 404 for an unknown number, 400 for what cannot be one, 200 for every receipt there is, whether it holds or not. */
@Path("/api/receipts/{number}")
@PermitAll
public class ReceiptResource {
    private final Confirming confirming;

    public ReceiptResource(Confirming confirming) {
        this.confirming = confirming;
    }

    @GET
    public Response confirm(@RestPath String number) {
        CheckedReceiptView answer = confirming.confirm(number);
        return Response.status(ReceiptPage.status(answer)).entity(answer).build();
    }
}
