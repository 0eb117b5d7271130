package org.chizheng.rehearsal;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.chizheng.rehearsal.wire.Line;
import org.chizheng.rehearsal.wire.Wire;

/** What all candidates of a rehearsal share. The script may change between scenes. */
public final class Play implements AutoCloseable {
    final URI base;
    final Wire wire = new Wire();
    final Tally tally = new Tally();
    final Ledger ledger;
    final RandomGenerator random;
    private final List<InetSocketAddress> replicas;
    Script script;
    boolean twice;
    boolean readsPapers = true;

    /** @param ledger may be null, where nothing is to be reconciled */
    public Play(URI base, Ledger ledger, Script script, long seed) {
        this(List.of(base), ledger, script, seed);
    }

    /** @param replicas of one service: the requests of each candidate go from one to the next */
    public Play(List<URI> replicas, Ledger ledger, Script script, long seed) {
        base = replicas.get(0);
        this.ledger = ledger;
        this.script = script;
        random = new SplittableRandom(seed);
        this.replicas = replicas.stream()
                .map(at -> new InetSocketAddress(at.getHost(), at.getPort() < 0 ? 80 : at.getPort()))
                .toList();
        if (ledger != null) {
            wire.afterTurn(ledger::flush);
        }
    }

    public Wire wire() {
        return wire;
    }

    /** A line to the first replica. */
    public Line line() {
        return new Line(wire, replicas.get(0));
    }

    Lines lines() {
        return new Lines(replicas.stream().map(at -> new Line(wire, at)).toList());
    }

    public Tally tally() {
        return tally;
    }

    /** From now on every request is sent two times, on two lines. */
    public void sendTwice(boolean on) {
        wire.tell(() -> twice = on);
    }

    /** For measuring starts: the papers are received and not read, so that the driver costs little. */
    public void leavesPapersUnread() {
        wire.tell(() -> readsPapers = false);
    }

    @Override
    public void close() {
        wire.close();
    }
}
