package org.chizheng.rehearsal.bench;

import java.nio.ByteBuffer;

import org.chizheng.rehearsal.wire.Reply;

/** The same request, again and again. */
final class Repeating implements ClosedLoop.Work {
    private final byte[] request;

    Repeating(byte[] request) {
        this.request = request.clone();
    }

    @Override
    public ByteBuffer next(int connection) {
        return ByteBuffer.wrap(request);
    }

    @Override
    public boolean answered(int connection, Reply reply) {
        return reply.status() == 200;
    }
}
