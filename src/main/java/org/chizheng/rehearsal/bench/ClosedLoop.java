package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Play;
import org.chizheng.rehearsal.wire.Answered;
import org.chizheng.rehearsal.wire.Line;
import org.chizheng.rehearsal.wire.Reply;
import org.chizheng.rehearsal.wire.Wire;

/** So many connections, each sending its next request as soon as the one before is answered. For throughput; its times say nothing of waiting in front of the door. */
final class ClosedLoop {
    private static final long LONGEST = 60_000_000;
    private final Play play;
    private final List<Line> lines = new ArrayList<>();
    private Work work;
    private long end;
    private long budget;
    private int active;
    private long done;
    private long errors;
    private Histogram times = new Histogram(LONGEST, 3);
    private String firstError = "";

    /** What a connection does. */
    interface Work {
        /** @return the next request of the connection, or null when it has none left */
        ByteBuffer next(int connection);

        /** @return whether the reply is as it should be */
        boolean answered(int connection, Reply reply);

        /** How long to wait before the connection's next request. */
        default long pauseMillis(int connection) {
            return 0;
        }
    }

    /** What came of it. */
    record Result(long done, long errors, double seconds, Histogram times, String firstError, Wire.Cost cost) {
        double perSecond() {
            return done / seconds;
        }

        double millis(double percentile) {
            return times.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    ClosedLoop(Play play, int connections) {
        this.play = play;
        for (int i = 0; i < connections; i++) {
            lines.add(play.line());
        }
    }

    Result runFor(long millis, Work what) {
        return run(millis, Long.MAX_VALUE, what);
    }

    Result runTimes(long requests, Work what) {
        return run(600_000, requests, what);
    }

    private Result run(long millis, long requests, Work what) {
        Wire.Cost before = play.wire().cost();
        long from = System.nanoTime();
        play.wire().tell(() -> {
            work = what;
            end = System.nanoTime() + millis * 1_000_000;
            budget = requests;
            done = 0;
            errors = 0;
            firstError = "";
            times = new Histogram(LONGEST, 3);
            active = lines.size();
            for (int i = 0; i < lines.size(); i++) {
                next(i);
            }
        });
        while (play.wire().ask(() -> active) > 0) {
            Crowd.sleep(5);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        return play.wire()
                .ask(() -> new Result(
                        done,
                        errors,
                        seconds,
                        times,
                        firstError,
                        play.wire().cost().since(before)));
    }

    private void next(int connection) {
        ByteBuffer request = budget > 0 && System.nanoTime() < end ? work.next(connection) : null;
        if (request == null) {
            active--;
            return;
        }
        budget--;
        long at = System.nanoTime();
        lines.get(connection).send(request, new Answered() {
            @Override
            public void answered(Reply reply) {
                if (work.answered(connection, reply)) {
                    done++;
                    times.recordValue(Math.min(LONGEST, (System.nanoTime() - at) / 1000));
                } else {
                    error(reply.status() + " " + reply.text());
                }
                long pause = work.pauseMillis(connection);
                if (pause > 0) {
                    play.wire().in(pause, () -> next(connection));
                } else {
                    next(connection);
                }
            }

            @Override
            public void broken(IOException why) {
                error(String.valueOf(why.getMessage()));
                play.wire().in(100, () -> next(connection));
            }
        });
    }

    private void error(String what) {
        errors++;
        if (firstError.isEmpty()) {
            firstError = what.substring(0, Math.min(200, what.length()));
        }
    }
}
