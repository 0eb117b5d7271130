package org.chizheng.certificate.credential;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.token.KeyHistory;
import org.chizheng.certificate.token.Published;
import org.chizheng.certificate.token.Purpose;
import org.chizheng.common.ChizhengConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Where verifiers of other makers find the keys for credentials: a JWK set (RFC 7517, RFC 8037), and the issuer metadata that names it (SD-JWT VC §5). A replaced key stays in
 * the set; a compromised one is left out, since a verifier there asks no record.
 */
@Path("/.well-known")
@PermitAll
public class IssuerResource {
    private static final int SECONDS = 300;
    private static final int KEY_BYTES = 32;
    private final KeyHistory history;
    private final ChizhengConfig config;
    private final ObjectMapper json;

    public IssuerResource(KeyHistory history, ChizhengConfig config, ObjectMapper json) {
        this.history = history;
        this.config = config;
        this.json = json;
    }

    @GET
    @Path("jwks.json")
    public Response keys(@Context Request request) throws JsonProcessingException {
        List<Map<String, Object>> keys = history.all().stream()
                .filter(entry -> entry.purpose() == Purpose.CREDENTIAL && entry.compromisedAt() == null)
                .map(IssuerResource::jwk)
                .toList();
        return published(request, Map.of("keys", keys));
    }

    @GET
    @Path("jwt-vc-issuer")
    public Response issuer(@Context Request request) throws JsonProcessingException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", config.publicUrl());
        metadata.put("jwks_uri", config.publicUrl() + "/.well-known/jwks.json");
        return published(request, metadata);
    }

    /** Keys for credentials are of Ed25519; the last 32 bytes of their SubjectPublicKeyInfo are the key (RFC 8410 §4). */
    private static Map<String, Object> jwk(KeyHistory.Entry entry) {
        byte[] spki = entry.spki();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "OKP");
        jwk.put("crv", "Ed25519");
        jwk.put("alg", "EdDSA");
        jwk.put("use", "sig");
        jwk.put("kid", entry.kid());
        jwk.put("x", CompactJws.base64(Arrays.copyOfRange(spki, spki.length - KEY_BYTES, spki.length)));
        return jwk;
    }

    private Response published(Request request, Object view) throws JsonProcessingException {
        return Published.answer(request, json.writeValueAsBytes(view), "application/json", SECONDS);
    }
}
