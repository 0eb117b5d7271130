package org.chizheng.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Many candidates, led through the scenes of a rehearsal together. */
public final class Crowd {
    private static final int AT_THE_DOOR = 64;
    private final Play play;
    private final List<Candidate> candidates = new ArrayList<>();

    public Crowd(Play play, List<Seat> seats) {
        this.play = play;
        seats.forEach(seat -> candidates.add(new Candidate(play, seat)));
    }

    public List<Candidate> candidates() {
        return candidates;
    }

    /** Signs all in, some at a time, and has them look at the page on which they wait. */
    public void enter(long patienceMillis) {
        oneAfterTheOther(Candidate.Goal.ENTERED, AT_THE_DOOR, patienceMillis);
    }

    /** All click on start as fast as the service takes them, some at a time. @return nanoseconds from the first to the last opened paper */
    public long beginAtOnce(int atATime, long patienceMillis) {
        long from = System.nanoTime();
        oneAfterTheOther(Candidate.Goal.SEATED, atATime, patienceMillis);
        return play.wire.ask(() ->
                        candidates.stream().mapToLong(Candidate::openedAt).max().orElse(from))
                - from;
    }

    /** All hand in as fast as the service takes it, some at a time. */
    public void handInAtOnce(int atATime, long patienceMillis) {
        oneAfterTheOther(Candidate.Goal.HANDED_IN, atATime, patienceMillis);
    }

    private void oneAfterTheOther(Candidate.Goal goal, int atATime, long patienceMillis) {
        int[] next = {0};
        int[] done = {0};
        play.wire.tell(() -> {
            for (int i = 0; i < atATime; i++) {
                lead(goal, next, done);
            }
        });
        await(() -> done[0] == candidates.size(), patienceMillis, "not all came to " + goal);
    }

    private void lead(Candidate.Goal goal, int[] next, int[] done) {
        if (next[0] < candidates.size()) {
            candidates.get(next[0]++).head(goal, () -> {
                done[0]++;
                play.wire.in(0, () -> lead(goal, next, done));
            });
        }
    }

    /** All start within the window, and begin to answer. */
    public void begin(long windowMillis) {
        play.wire.tell(() -> candidates.forEach(candidate -> play.wire.in(
                play.random.nextLong(windowMillis + 1),
                () -> candidate.head(Candidate.Goal.SEATED, candidate::write))));
    }

    /** All hand in within the window. */
    public void handIn(long windowMillis, long patienceMillis) {
        play.wire.tell(() -> candidates.forEach(candidate -> play.wire.in(
                play.random.nextLong(windowMillis + 1), () -> candidate.head(Candidate.Goal.HANDED_IN, () -> {}))));
        awaitAll(c -> c.isHandedIn() || !c.stuck().isEmpty(), windowMillis + patienceMillis, "not all handed in");
    }

    public void rest() {
        play.wire.tell(() -> candidates.forEach(Candidate::rest));
    }

    /** All open their page again; what they were told is saved must be there. Those under way only. */
    public void lookAgain(long patienceMillis) {
        long from = System.nanoTime();
        play.wire.tell(() -> candidates.forEach(Candidate::lookAgain));
        awaitAll(
                c -> c.openedAt() - from > 0 || c.isHandedIn() || !c.stuck().isEmpty(),
                patienceMillis,
                "not all could open their page again");
    }

    /** From now on all behave by this script. */
    public void follow(Script script) {
        play.wire.tell(() -> play.script = script);
    }

    /** So many of the candidates lose the line, or get it back. */
    public void offline(int howMany, boolean out) {
        play.wire.tell(() -> candidates.subList(0, howMany).forEach(c -> c.offline(out)));
    }

    public void awaitAll(Predicate<Candidate> holds, long patienceMillis, String otherwise) {
        await(() -> candidates.stream().allMatch(holds), patienceMillis, otherwise);
    }

    /** When each has been answered again after a moment, or is beyond help. @return nanoseconds from that moment */
    public long awaitAllWell(long since, long patienceMillis) {
        awaitAll(
                c -> c.wellAt() - since > 0 || c.isHandedIn() || !c.stuck().isEmpty(),
                patienceMillis,
                "not all were answered again");
        return System.nanoTime() - since;
    }

    public void awaitAllSaved(long patienceMillis) {
        awaitAll(Candidate::isIdle, patienceMillis, "answers stayed unsaved");
    }

    /** Looked at on the wire's thread. @throws IllegalStateException when it does not come about */
    public void await(BooleanSupplier holds, long patienceMillis, String otherwise) {
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        while (!play.wire.ask(holds::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " within " + patienceMillis / 1000 + " s\n"
                        + play.wire.ask(() -> play.tally.table()));
            }
            sleep(20);
        }
    }

    public static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with one of them: an answer that is not there, a deadline that moved; empty if nothing is. */
    public String firstFault() {
        return play.wire.ask(() -> candidates.stream()
                .map(Candidate::fault)
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse(""));
    }

    /** Those whom only a human could help. */
    public List<String> stuck() {
        return play.wire.ask(() -> candidates.stream()
                .filter(c -> !c.stuck().isEmpty())
                .map(c -> c.seat().ticket() + " " + c.stuck())
                .toList());
    }
}
