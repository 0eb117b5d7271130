package org.chizheng.rehearsal.bench;

import java.nio.ByteBuffer;
import java.util.List;

import org.chizheng.rehearsal.Candidate;
import org.chizheng.rehearsal.wire.Reply;

/** Many answers per request: fills papers, or the log up to a size. */
final class Filling implements ClosedLoop.Work {
    private final List<Candidate> seated;
    private final int events;
    private final Candidate[] busy;
    private int given;
    private int requests;

    /** @param events in each request, @param requests in all */
    Filling(List<Candidate> seated, int connections, int events, int requests) {
        this.seated = seated;
        this.events = events;
        this.requests = requests;
        busy = new Candidate[connections];
    }

    @Override
    public ByteBuffer next(int connection) {
        if (requests-- <= 0) {
            return null;
        }
        Candidate candidate = seated.get(given++ % seated.size());
        busy[connection] = candidate;
        StringBuilder body = new StringBuilder("{\"epoch\":" + candidate.epoch() + ",\"events\":[");
        for (int i = 0; i < events; i++) {
            int sequence = candidate.nextSequence() + i;
            body.append(i == 0 ? "" : ",")
                    .append("{\"sequence\":" + sequence + ",\"item\":" + item(candidate, sequence)
                            + ",\"answer\":\"1\"}");
        }
        return candidate.page().post("/api/sitting/answers", body.append("]}").toString());
    }

    private static int item(Candidate candidate, int sequence) {
        return 1 + sequence % candidate.options().length;
    }

    @Override
    public boolean answered(int connection, Reply reply) {
        Candidate candidate = busy[connection];
        if (reply.status() != 200) {
            return false;
        }
        int first = candidate.nextSequence();
        for (int i = 0; i < events; i++) {
            candidate.acknowledged(first + i, item(candidate, first + i), "1");
        }
        return true;
    }
}
