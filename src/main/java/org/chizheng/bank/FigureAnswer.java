package org.chizheng.bank;

import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerResponse;

/** A figure on its way to a browser that was allowed to have it: kept there for one sign-in's length, shown as a picture, never run as a page. */
public final class FigureAnswer {
    /** As long as a sign-in lasts (4 h): the address holds the digest, so that what it names never changes. */
    private static final String CACHING = "private, max-age=14400, immutable";

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private FigureAnswer() {}

    /** The two headers replace those that every answer carries; nosniff is among these already. */
    public static Response of(Figure figure, HttpServerResponse http) {
        http.putHeader("Cache-Control", CACHING).putHeader("Content-Security-Policy", POLICY);
        return Response.ok(figure.bytes()).type(figure.mediaType()).build();
    }
}
