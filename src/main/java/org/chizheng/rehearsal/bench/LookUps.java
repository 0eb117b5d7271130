package org.chizheng.rehearsal.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.rehearsal.wire.Reply;

/** Asks for certificates at random, one in a hundred for a code that nobody gave out, and looks whether the answer is about the one that was asked for. */
final class LookUps implements ClosedLoop.Work {
    private static final int UNKNOWN = 100;
    private static final byte[] NOT_KNOWN = Reply.ascii("\"UNKNOWN\"");
    private static final String HEAD = "GET /api/verify/";
    private static final int CODE = 20;
    private final byte[][] requests;
    private final int[] asked;
    private final int certificates;
    private final SplittableRandom random;

    LookUps(URI base, int connections, int certificates, long seed) {
        requests = new byte[connections][];
        for (int i = 0; i < connections; i++) {
            requests[i] = request(base, HEAD + "0".repeat(CODE));
        }
        asked = new int[connections];
        this.certificates = certificates;
        random = new SplittableRandom(seed);
    }

    static byte[] request(URI base, String line) {
        return Reply.ascii(line + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAccept: application/json\r\n\r\n");
    }

    @Override
    public ByteBuffer next(int connection) {
        int number = random.nextInt(certificates);
        asked[connection] = random.nextInt(UNKNOWN) == 0 ? ~number : number;
        byte[] request = requests[connection];
        System.arraycopy(Reply.ascii(Stock.code(asked[connection])), 0, request, HEAD.length(), CODE);
        return ByteBuffer.wrap(request);
    }

    @Override
    public boolean answered(int connection, Reply reply) {
        String code = Stock.code(asked[connection]);
        return asked[connection] >= 0
                ? reply.status() == 200 && reply.has(Reply.ascii(VerificationCode.grouped(code)))
                : reply.status() == 404 && reply.has(NOT_KNOWN) && reply.has(Reply.ascii(code));
    }
}
