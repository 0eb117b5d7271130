package org.chizheng.rehearsal.bench;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.chizheng.rehearsal.Candidate;
import org.chizheng.rehearsal.wire.Reply;

/** Each candidate asks for the outcome until it is there. */
final class Outcomes implements ClosedLoop.Work {
    private final Deque<Candidate> waiting;
    private final Candidate[] busy;
    private final boolean[] tooEarly;

    Outcomes(List<Candidate> candidates, int connections) {
        waiting = new ArrayDeque<>(candidates);
        busy = new Candidate[connections];
        tooEarly = new boolean[connections];
    }

    @Override
    public ByteBuffer next(int connection) {
        busy[connection] = waiting.poll();
        return busy[connection] == null ? null : busy[connection].page().get("/api/sitting/outcome");
    }

    @Override
    public boolean answered(int connection, Reply reply) {
        tooEarly[connection] = reply.status() != 200;
        if (tooEarly[connection]) {
            waiting.add(busy[connection]);
        }
        return reply.status() == 200 || reply.status() == 409;
    }

    @Override
    public long pauseMillis(int connection) {
        return tooEarly[connection] ? 10 : 0;
    }
}
