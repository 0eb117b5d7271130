package org.chizheng.rehearsal.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.chizheng.rehearsal.Candidate;
import org.chizheng.rehearsal.wire.AnswerRequest;
import org.chizheng.rehearsal.wire.Reply;

/** One answer per request, over all sittings: each connection serves some of them in turn, and goes through their papers again and again. */
final class Saving implements ClosedLoop.Work {
    private static final byte[] SAVED = Reply.ascii("\"saved\":[");
    private final List<List<Writer>> ofConnection = new ArrayList<>();
    private final int[] turn;

    private static final class Writer {
        private final Candidate candidate;
        private final AnswerRequest request;
        private final int items;
        private final int epoch;
        private int sequence;

        Writer(Candidate candidate) {
            this.candidate = candidate;
            request = candidate.page().answerRequest();
            items = candidate.options().length;
            epoch = candidate.epoch();
            sequence = candidate.nextSequence() - 1;
        }

        ByteBuffer next() {
            sequence++;
            return request.patch(epoch, sequence, item(), answer());
        }

        private int item() {
            return 1 + sequence % items;
        }

        private String answer() {
            return sequence / items % 2 == 0 ? "1" : "2";
        }

        boolean isSaved(Reply reply) {
            boolean saved = reply.status() == 200 && reply.numberAfter(SAVED) == sequence;
            if (saved) {
                candidate.acknowledged(sequence, item(), answer());
            } else {
                sequence--;
            }
            return saved;
        }
    }

    Saving(List<Candidate> seated, int connections) {
        turn = new int[connections];
        for (int i = 0; i < connections; i++) {
            ofConnection.add(new ArrayList<>());
        }
        for (int i = 0; i < seated.size(); i++) {
            ofConnection.get(i % connections).add(new Writer(seated.get(i)));
        }
    }

    @Override
    public ByteBuffer next(int connection) {
        turn[connection]++;
        return writer(connection).next();
    }

    @Override
    public boolean answered(int connection, Reply reply) {
        return writer(connection).isSaved(reply);
    }

    private Writer writer(int connection) {
        List<Writer> writers = ofConnection.get(connection);
        return writers.get(turn[connection] % writers.size());
    }
}
