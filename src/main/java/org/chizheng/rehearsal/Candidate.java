package org.chizheng.rehearsal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.chizheng.rehearsal.wire.Answered;
import org.chizheng.rehearsal.wire.Reply;

/**
 * A virtual candidate. It has a goal and takes the next request towards it from where it stands, so whatever goes wrong on the way is mended by
 * asking again: a broken line, a restart, a lost sign-in, a page that another one has taken over. What only a human could mend leaves it stuck.
 */
public final class Candidate {
    /** How far it is to go for now. */
    enum Goal {
        OUTSIDE,
        ENTERED,
        SEATED,
        HANDED_IN
    }

    private static final byte[] REASON = Reply.ascii("\"reason\":\"");
    private static final byte[] SAVED = Reply.ascii("\"saved\":[");
    private static final byte[] LATE = Reply.ascii("\"late\":[");
    private static final byte[] REMAINING = Reply.ascii("\"remainingMillis\":");
    private static final byte[] EPOCH = Reply.ascii("\"epoch\":");
    private static final byte[] COUNT = Reply.ascii("\"count\":");
    private static final int MOST_EVENTS = 100;
    private static final int REFUSED_SIGN_INS = 5;
    private final Play play;
    private final Seat seat;
    private final Page page;
    private final Lines line;
    private final Memory memory = new Memory();
    private final Deque<Event> unsaved = new ArrayDeque<>();
    private final Deadline deadline = new Deadline();
    private Lines second;
    private Pen pen;
    private Goal goal = Goal.OUTSIDE;
    private int epoch;
    private int sequence;
    private int refusedSignIns;
    private boolean looked;
    private boolean begun;
    private boolean opened;
    private boolean handedIn;
    private boolean offline;
    private boolean resting;
    private boolean writing;
    private boolean heartbeatDue;
    private String stuck = "";
    private long wellAt;
    private long openedAt;
    private Runnable arrived = () -> {};

    public Candidate(Play play, Seat seat) {
        this.play = play;
        this.seat = seat;
        page = new Page(play.base);
        line = play.lines();
    }

    void head(Goal to, Runnable onArrival) {
        goal = to;
        writing &= to != Goal.HANDED_IN;
        arrived = onArrival;
        pump();
    }

    public Page page() {
        return page;
    }

    public Seat seat() {
        return seat;
    }

    public int epoch() {
        return epoch;
    }

    public int nextSequence() {
        return sequence + 1;
    }

    /** How many options each item has; negative where several may be chosen. */
    public int[] options() {
        return pen.options();
    }

    String stuck() {
        return stuck;
    }

    boolean isIdle() {
        return unsaved.isEmpty() || !stuck.isEmpty() || handedIn;
    }

    boolean isHandedIn() {
        return handedIn;
    }

    long wellAt() {
        return wellAt;
    }

    long openedAt() {
        return openedAt;
    }

    String fault() {
        return memory.fault().isEmpty() ? deadline.fault() : memory.fault();
    }

    /** An answer that a bench sent in its name was acknowledged. */
    public void acknowledged(int number, int item, String answer) {
        sequence = Math.max(sequence, number);
        memory.keep(new Event(number, item, answer, 0));
    }

    /** Begins to answer, and to show that it is there every 15 s. */
    void write() {
        writing = true;
        think();
        play.wire.in(play.random.nextLong(Script.HEARTBEAT_MILLIS), this::beat);
    }

    void rest() {
        writing = false;
    }

    /** Whether the cable is out. Choices go on being made; they wait, as the page keeps them. */
    void offline(boolean out) {
        offline = out;
        if (out) {
            line.cut();
            if (second != null) {
                second.cut();
            }
        } else {
            pump();
        }
    }

    /** Opens the page again and looks whether all that was acknowledged is there. */
    void lookAgain() {
        opened = false;
        pump();
    }

    private void think() {
        play.wire.in(play.script.thought(play.random), () -> {
            if (writing && stuck.isEmpty() && !handedIn) {
                act();
                think();
            }
        });
    }

    private void act() {
        if (play.random.nextDouble() < play.script.reloads()) {
            play.tally.count("pages reloaded");
            line.cut();
            page.left();
            opened = false;
        } else {
            Pen.Choice choice = pen.next(play.script, play.random);
            if (choice != null) {
                unsaved.add(new Event(++sequence, choice.item(), choice.answer(), System.nanoTime()));
            }
        }
        pump();
    }

    private void beat() {
        if (writing && !handedIn) {
            heartbeatDue = true;
            pump();
            play.wire.in(Script.HEARTBEAT_MILLIS, this::beat);
        }
    }

    private void pump() {
        if (line.isBusy() || offline || resting || !stuck.isEmpty() || goal == Goal.OUTSIDE) {
            return;
        }
        if (!page.isSignedIn()) {
            ask("sign-in", page.signIn(seat.ticket(), seat.idNumber()), this::signedIn);
        } else if (!page.hasToken()) {
            ask("page", page.get("/exam/room"), this::entered);
        } else if (!looked) {
            ask("state", page.get("/api/sitting"), reply -> looked = true);
        } else if (goal == Goal.ENTERED) {
            arrive();
        } else if (!begun) {
            ask("start", page.post("/api/sitting/start", "{}"), this::began);
        } else if (!opened) {
            ask("open", page.post("/api/sitting/open", "{}"), this::open);
        } else if (!unsaved.isEmpty()) {
            save();
        } else if (goal == Goal.HANDED_IN && !handedIn) {
            ask("hand-in", page.post("/api/sitting/hand-in", form("")), this::handedIn);
        } else if (heartbeatDue && !handedIn) {
            heartbeatDue = false;
            ask("heartbeat", page.post("/api/sitting/heartbeat", "{\"epoch\":" + epoch + "}"), this::beaten);
        } else {
            arrive();
        }
    }

    private void arrive() {
        Runnable then = arrived;
        arrived = () -> {};
        then.run();
    }

    private String form(String events) {
        return "{\"epoch\":" + epoch + ",\"events\":[" + events + "]}";
    }

    private void save() {
        if (unsaved.size() == 1) {
            ask("save", page.answer(epoch, unsaved.peek()), this::saved);
            return;
        }
        StringBuilder events = new StringBuilder();
        unsaved.stream()
                .limit(MOST_EVENTS)
                .forEach(e -> events.append(events.isEmpty() ? "" : ",").append(e.json()));
        ask("save", page.post("/api/sitting/answers", form(events.toString())), this::saved);
    }

    private void ask(String what, ByteBuffer request, Consumer<Reply> then) {
        long at = System.nanoTime();
        if (play.twice) {
            sendAgain(what, request.duplicate());
        }
        line.send(request, new Answered() {
            @Override
            public void answered(Reply reply) {
                boolean good = reply.status() == 200 || reply.status() == 302 && "sign-in".equals(what);
                if (good) {
                    wellAt = System.nanoTime();
                    if (!"save".equals(what)) {
                        play.tally.took(what, wellAt - at);
                    }
                    page.keepCookies(reply);
                    deadline.look(at, wellAt, reply.numberAfter(REMAINING));
                    then.accept(reply);
                    pump();
                } else {
                    refused(what, reply);
                }
            }

            @Override
            public void broken(IOException why) {
                play.tally.count("broken lines");
                restFor(300 + play.random.nextInt(700));
            }
        });
    }

    /** The same bytes on another line, as a proxy that repeats would send them. Nothing may go wrong by it. */
    private void sendAgain(String what, ByteBuffer request) {
        if (second == null) {
            second = play.lines();
        }
        if (second.isBusy() || "sign-in".equals(what) || "page".equals(what)) {
            return;
        }
        ByteBuffer copy = ByteBuffer.allocate(request.remaining()).put(request).flip();
        second.send(copy, new Answered() {
            @Override
            public void answered(Reply reply) {
                play.tally.count("requests sent twice");
                if (reply.status() == 200 && ("open".equals(what) || "start".equals(what))) {
                    epoch = Math.max(epoch, (int) reply.numberAfter(EPOCH));
                } else if (reply.status() != 200 && !"STALE_PAGE".equals(reply.textAfter(REASON))) {
                    play.tally.count(
                            "repeated " + what + " refused: " + reply.status() + " " + reply.textAfter(REASON));
                }
            }

            @Override
            public void broken(IOException why) {
                // the first line tells what becomes of the request
            }
        });
    }

    private void signedIn(Reply reply) {
        if (page.signedIn(reply)) {
            refusedSignIns = 0;
        } else {
            play.tally.count("sign-ins refused");
            page.signedOut();
            if (++refusedSignIns == REFUSED_SIGN_INS) {
                stuckFor("sign-in is refused");
            }
            restFor(1000);
        }
    }

    private void entered(Reply reply) {
        page.entered(reply);
        looked = false;
    }

    private void began(Reply reply) {
        begun = true;
        if (Opened.isIn(reply)) {
            open(reply);
        }
    }

    private void open(Reply reply) {
        Opened told = Opened.of(reply, pen == null && play.readsPapers);
        if (pen == null) {
            pen = new Pen(told.options() == null ? new int[0] : told.options());
        }
        epoch = Math.max(epoch, told.epoch());
        sequence = Math.max(sequence, told.nextSequence() - 1);
        memory.compare(seat.ticket(), told, unsaved);
        opened = true;
        openedAt = System.nanoTime();
    }

    private void saved(Reply reply) {
        reply.eachNumberAfter(SAVED, number -> acknowledged(number, false));
        reply.eachNumberAfter(LATE, number -> acknowledged(number, true));
    }

    private void acknowledged(int number, boolean late) {
        Event event =
                unsaved.stream().filter(e -> e.sequence() == number).findFirst().orElse(null);
        if (event == null) {
            return;
        }
        unsaved.remove(event);
        play.tally.took("save", wellAt - event.bornAt());
        play.tally.saved(wellAt);
        if (late) {
            play.tally.count("late answers");
        } else {
            memory.keep(event);
        }
        if (play.ledger != null) {
            play.ledger.note(seat.ticket(), event, late);
        }
    }

    private void beaten(Reply reply) {
        if (reply.has(Reply.ascii("\"CLOSED\""))) {
            closed();
        }
    }

    private void handedIn(Reply reply) {
        handedIn = true;
        writing = false;
        memory.receipt(seat.ticket(), reply.numberAfter(COUNT));
    }

    private void closed() {
        play.tally.count("closed by the service");
        handedIn = true;
        writing = false;
        unsaved.clear();
    }

    private void refused(String what, Reply reply) {
        String reason = reply.status() == 302 ? "SIGN_IN_NEEDED" : reply.textAfter(REASON);
        play.tally.count("refused: " + what + " " + reply.status() + " " + reason);
        if (reply.status() >= 500) {
            restFor(500 + play.random.nextInt(1000));
        } else if (reply.status() == 401 || reply.status() == 302) {
            page.signedOut();
            restFor(100 + play.random.nextInt(400));
        } else if ("STALE_PAGE".equals(reason)) {
            opened = false;
            restFor(100);
        } else if ("HELD".equals(reason) || "LOCKED".equals(reason)) {
            restFor(5000);
        } else if ("CLOSED".equals(reason)) {
            closed();
            pump();
        } else {
            stuckFor(what + ": " + reply.status() + " " + reason);
        }
    }

    private void stuckFor(String why) {
        stuck = why;
        play.tally.count("needs help: " + why);
        arrive();
    }

    private void restFor(long millis) {
        resting = true;
        play.wire.in(millis, () -> {
            resting = false;
            pump();
        });
    }
}
