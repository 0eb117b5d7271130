package org.chizheng.certificate.token;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ChizhengConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The keys by which anybody checks a QR code or a status list, at an address that stays. */
@Path("/.well-known/chizheng-keys")
@PermitAll
public class KeysResource {
    private static final int SECONDS = 300;
    private final KeyHistory history;
    private final ChizhengConfig config;
    private final ObjectMapper json;

    public KeysResource(KeyHistory history, ChizhengConfig config, ObjectMapper json) {
        this.history = history;
        this.config = config;
        this.json = json;
    }

    @GET
    public Response keys(@Context Request request) throws JsonProcessingException {
        KeysView view = new KeysView(
                config.issuerLetters(),
                history.all().stream().map(KeysView.Key::of).toList());
        return Published.answer(request, json.writeValueAsBytes(view), "application/json", SECONDS);
    }
}
