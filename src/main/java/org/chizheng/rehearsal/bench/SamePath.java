package org.chizheng.rehearsal.bench;

import java.net.URI;
import java.nio.ByteBuffer;

import org.chizheng.rehearsal.wire.Reply;

/** Asks for the same thing again and again. */
final class SamePath implements ClosedLoop.Work {
    private final byte[] request;
    private final int status;

    /** @param status of the answer that is right */
    SamePath(URI base, String path, int status) {
        this.status = status;
        request = LookUps.request(base, "GET " + path);
    }

    @Override
    public ByteBuffer next(int connection) {
        return ByteBuffer.wrap(request);
    }

    @Override
    public boolean answered(int connection, Reply reply) {
        return reply.status() == status;
    }
}
