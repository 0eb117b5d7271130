package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;

import org.chizheng.journey.Visitor;
import org.chizheng.rehearsal.Crowd;
import org.chizheng.rehearsal.Seat;

/**
 * A candidate of the room who answers about once a second, whoever watches, so that each way of watching is measured beside the same work. While a console looks for the
 * answers each is of another item, so that they can be told apart by their number, and it is remembered when it was acknowledged; otherwise the last item is answered anew.
 */
final class Probe {
    private final Visitor visitor;
    private final Seat seat;
    private final int epoch;
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final NavigableMap<Integer, Long> seen = new ConcurrentSkipListMap<>();
    private int sequence;
    private int answered;
    private Thread thread;
    private volatile boolean answering;
    private volatile boolean looked;

    Probe(String base, Seat seat) throws IOException {
        this.seat = seat;
        visitor = new Visitor(base);
        visitor.signIn("/exam", "/exam/j_security_check", seat.ticket(), seat.idNumber());
        visitor.get("/exam/room");
        epoch = visitor.post("/api/sitting/start", Map.of()).get("epoch").asInt();
    }

    String ticket() {
        return seat.ticket();
    }

    void start() {
        answering = true;
        thread = new Thread(this::answer, "probe");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends when the answer under way has been acknowledged. */
    void stop() {
        answering = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer() {
        try {
            while (answering) {
                Crowd.sleep(ThreadLocalRandom.current().nextLong(500, 1500));
                boolean other = looked;
                int item = other ? answered + 1 : Math.max(1, answered);
                sequence++;
                Map<String, Object> event =
                        Map.of("sequence", sequence, "item", item, "answer", sequence % 2 == 0 ? "1" : "2");
                visitor.post("/api/sitting/answers", Map.of("epoch", epoch, "events", List.of(event)));
                if (other) {
                    acknowledged.put(item, System.nanoTime());
                }
                answered = item;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The console has it that so many items are answered. */
    void seen(int count, long at) {
        seen.putIfAbsent(count, at);
    }

    /** Nanoseconds from each acknowledgement to the console, the shortest first; an answer that the console had before took none. Those not seen yet are left out. */
    List<Long> delays() {
        List<Long> delays = new ArrayList<>();
        acknowledged.forEach((number, at) -> {
            Map.Entry<Integer, Long> known = seen.ceilingEntry(number);
            if (known != null) {
                delays.add(Math.max(0, known.getValue() - at));
            }
        });
        delays.sort(null);
        return delays;
    }

    /** A console begins to look for the answers, and those before are forgotten. */
    void look() {
        acknowledged.clear();
        seen.clear();
        looked = true;
    }

    /** No console looks any more. */
    void lookAway() {
        looked = false;
    }
}
