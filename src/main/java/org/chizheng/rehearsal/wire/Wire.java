package org.chizheng.rehearsal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** One thread that looks after all lines and all clocks. What is not on this thread goes through {@link #ask}. */
public final class Wire implements AutoCloseable {
    private static final long PATIENCE = 30_000_000_000L;
    private static final long SWEEP = 500_000_000L;
    private final Selector selector;
    private final Thread thread;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final Queue<Runnable> jobs = new ConcurrentLinkedQueue<>();
    private final Set<Line> busy = new LinkedHashSet<>();
    private Runnable afterTurn = () -> {};
    private long requests;
    private long sweptAt;
    private volatile boolean open = true;
    private volatile Throwable failure;

    private record Alarm(long at, long order, Runnable act) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    private long order;

    public Wire() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::run, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param act done at the end of each turn, before the next look at the network */
    public void afterTurn(Runnable act) {
        ask(() -> afterTurn = act);
    }

    private void run() {
        try {
            while (open) {
                turn();
            }
            hangUp();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /** A selector that is closed leaves its lines open. */
    private void hangUp() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void turn() throws IOException {
        long now = System.nanoTime();
        long wait = alarms.isEmpty() ? SWEEP : Math.min(SWEEP, alarms.peek().at() - now);
        if (wait <= 0 || !jobs.isEmpty()) {
            selector.selectNow(Wire::ready);
        } else {
            selector.select(Wire::ready, (wait + 999_999) / 1_000_000);
        }
        for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
        now = System.nanoTime();
        while (!alarms.isEmpty() && alarms.peek().at() <= now) {
            alarms.poll().act().run();
        }
        if (now - sweptAt > SWEEP) {
            sweptAt = now;
            long looked = now;
            List.copyOf(busy).forEach(line -> line.check(looked, PATIENCE));
        }
        afterTurn.run();
    }

    private static void ready(SelectionKey key) {
        if (key.isValid()) {
            ((Line) key.attachment()).ready(key);
        }
    }

    SelectionKey register(SelectableChannel channel, int interest, Line line) throws IOException {
        return channel.register(selector, interest, line);
    }

    ByteBuffer buffer() {
        return buffer;
    }

    void sent(Line line) {
        requests++;
        busy.add(line);
    }

    void answered(Line line) {
        busy.remove(line);
    }

    /** On the wire's thread: soon. */
    void later(Runnable act) {
        at(System.nanoTime(), act);
    }

    /** On the wire's thread: does it when the time ({@link System#nanoTime}) has come. */
    public void at(long nanos, Runnable act) {
        alarms.add(new Alarm(nanos, order++, act));
    }

    public void in(long millis, Runnable act) {
        at(System.nanoTime() + millis * 1_000_000, act);
    }

    /** From another thread: has it done on the wire's thread and waits for its answer. */
    public <T> T ask(Supplier<T> question) {
        if (Thread.currentThread() == thread) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        jobs.add(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        selector.wakeup();
        try {
            while (!answer.isDone()) {
                mustBeWell();
                waitFor(answer);
            }
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void waitFor(CompletableFuture<?> answer) throws InterruptedException, ExecutionException {
        try {
            answer.get(1, java.util.concurrent.TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            // looks whether the thread still lives, then waits on
        }
    }

    public void tell(Runnable act) {
        ask(() -> {
            act.run();
            return null;
        });
    }

    private void mustBeWell() {
        if (failure != null) {
            throw new IllegalStateException("the wire's thread ended", failure);
        }
    }

    /** What the driver itself costs: requests sent so far and the thread's CPU time. */
    public record Cost(long requests, long cpuNanos) {
        public Cost since(Cost earlier) {
            return new Cost(requests - earlier.requests, cpuNanos - earlier.cpuNanos);
        }

        public double microsPerRequest() {
            return requests == 0 ? 0 : cpuNanos / 1000.0 / requests;
        }
    }

    public Cost cost() {
        return new Cost(ask(() -> requests), ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
    }

    @Override
    public void close() {
        open = false;
        selector.wakeup();
    }
}
