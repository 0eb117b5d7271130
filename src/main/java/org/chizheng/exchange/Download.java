package org.chizheng.exchange;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A file to be kept, which no cache keeps. */
final class Download {
    private Download() {}

    /** @param name plain ASCII */
    static Response of(byte[] bytes, String mediaType, String name) {
        return Response.ok(bytes, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
