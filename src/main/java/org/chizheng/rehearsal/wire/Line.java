package org.chizheng.rehearsal.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection that is kept: one request at a time, opened when first needed and again after it broke. Used on the wire's thread only. */
public final class Line {
    private static final int USUAL = 1024;
    private static final int LARGE = 8192;
    private final Wire wire;
    private final InetSocketAddress to;
    private final Reply reply = new Reply();
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer out;
    private Answered waiting;
    private long sentAt;
    private byte[] in = new byte[USUAL];
    private int filled;

    public Line(Wire wire, InetSocketAddress to) {
        this.wire = wire;
        this.to = to;
    }

    public boolean isBusy() {
        return waiting != null;
    }

    /** @param request from position to limit; must not be changed before the reply */
    public void send(ByteBuffer request, Answered then) {
        if (waiting != null) {
            throw new IllegalStateException("a request is under way on this line");
        }
        waiting = then;
        out = request;
        sentAt = System.nanoTime();
        wire.sent(this);
        try {
            if (channel == null) {
                connect();
            }
            if (channel.isConnected()) {
                write();
            }
        } catch (IOException e) {
            wire.later(() -> broke(e));
        }
    }

    private void connect() throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean done = channel.connect(to);
        key = wire.register(channel, done ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    void ready(SelectionKey ready) {
        try {
            if (ready.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                write();
            } else {
                if (ready.isWritable()) {
                    write();
                }
                if (ready.isReadable()) {
                    read();
                }
            }
        } catch (IOException e) {
            broke(e);
        }
    }

    private void write() throws IOException {
        channel.write(out);
        int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    private void read() throws IOException {
        ByteBuffer buffer = wire.buffer();
        int count = channel.read(buffer.clear());
        if (count < 0) {
            throw new IOException("the service closed the line");
        }
        if (filled + count > in.length) {
            in = Arrays.copyOf(in, Math.max(filled + count, in.length * 2));
        }
        buffer.flip().get(in, filled, count);
        if (filled == 0) {
            reply.begin();
        }
        filled += count;
        if (waiting != null && reply.read(in, filled)) {
            Answered then = waiting;
            waiting = null;
            filled = 0;
            wire.answered(this);
            then.answered(reply);
            if (in.length > LARGE && waiting == null) {
                in = new byte[USUAL];
            }
        }
    }

    /** Looks at the clock for a request that is never answered. */
    void check(long now, long patience) {
        if (waiting != null && now - sentAt > patience) {
            broke(new IOException("no reply within " + patience / 1_000_000_000 + " s"));
        }
    }

    private void broke(IOException why) {
        hangUp();
        Answered then = waiting;
        waiting = null;
        if (then != null) {
            wire.answered(this);
            then.broken(why);
        }
    }

    /** Cuts the connection, as a pulled cable would; a request under way ends broken. */
    public void cut() {
        broke(new IOException("cut by the candidate"));
    }

    private void hangUp() {
        filled = 0;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } finally {
                channel = null;
            }
        }
    }
}
