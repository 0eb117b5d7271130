package org.chizheng.exchange;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A file for the reader to keep. */
public final class Download {
    private Download() {}

    /** @param name plain ASCII */
    public static Response of(byte[] bytes, String mediaType, String name) {
        return Response.ok(bytes, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
