package org.chizheng.certificate.token;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Digests;

/** Answers that any cache may keep and any page may ask for: they are the same for everybody, and what must be believed in them is signed. */
public final class Published {
    private Published() {}

    /** @param seconds for which a cache may answer without asking again */
    public static Response answer(Request request, byte[] bytes, String type, int seconds) {
        EntityTag tag = new EntityTag(Digests.file(bytes));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(bytes, type) : unchanged;
        return answer.type(type)
                .tag(tag)
                .header("Cache-Control", "public, max-age=" + seconds)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
