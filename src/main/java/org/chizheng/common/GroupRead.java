package org.chizheng.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads for many with one query: who comes while a query is under way goes together with all the others into the next. Nobody waits on purpose: a lone
 * caller reads at once. What group commit is for writing. Callers read in their own threads, one after the other the first who waits; no other thread is needed, so it
 * cannot come to a halt when all threads of a pool wait here.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
public final class GroupRead<K, V> {
    private final int most;
    private final Function<Collection<K>, Map<K, V>> query;
    private final Deque<Call<K, V>> waiting = new ArrayDeque<>();
    private boolean reading;

    /**
     * @param most calls that one query answers, so that what it holds in memory is bounded
     * @param query finds what exists of the keys
     */
    public GroupRead(int most, Function<Collection<K>, Map<K, V>> query) {
        this.most = most;
        this.query = query;
    }

    /** turn: true when it has to read, for itself and others; false when it has been read for. */
    private static final class Call<K, V> {
        private final K key;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        private V value;
        private RuntimeException failure;

        private Call(K key) {
            this.key = key;
        }

        private <R> void tell(CompletableFuture<R> answer, BiFunction<V, RuntimeException, R> then) {
            try {
                answer.complete(then.apply(value, failure));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }
    }

    /**
     * @throws NoSuchElementException if there is none
     * @throws RuntimeException what the query threw
     */
    public V get(K key) {
        Call<K, V> call = new Call<>(key);
        if (joins(call) || call.turn.join()) {
            readForAll();
        }
        if (call.failure != null) {
            throw call.failure;
        }
        return call.value;
    }

    /**
     * The same for callers who must not wait.
     *
     * @param executor reads when it is this caller's turn
     * @param then makes the answer of what was found, or of the failure that {@link #get} throws; done in the thread that has read, for one caller after the other, and
     *     never in the caller's own, so that it may wait for something
     * @return fails as it does
     */
    public <R> CompletableFuture<R> ask(K key, Executor executor, BiFunction<V, RuntimeException, R> then) {
        Call<K, V> call = new Call<>(key);
        CompletableFuture<R> answer = new CompletableFuture<>();
        call.turn.thenAccept(reads -> {
            if (reads) {
                executor.execute(() -> {
                    readForAll();
                    call.tell(answer, then);
                });
            } else {
                call.tell(answer, then);
            }
        });
        if (joins(call)) {
            call.turn.complete(true);
        }
        return answer;
    }

    /** @return whether nobody is reading, so that the caller has to */
    private synchronized boolean joins(Call<K, V> call) {
        waiting.add(call);
        boolean reads = !reading;
        reading = true;
        return reads;
    }

    /** Who reads is the first of those who wait, so it is among those that it reads for. */
    private void readForAll() {
        List<Call<K, V>> calls = taken();
        try {
            read(calls);
        } finally {
            // The next query need not wait for what those who have their answers do with them.
            handOver();
            calls.forEach(call -> call.turn.complete(false));
        }
    }

    private synchronized List<Call<K, V>> taken() {
        List<Call<K, V>> calls = new ArrayList<>();
        while (calls.size() < most && !waiting.isEmpty()) {
            calls.add(waiting.remove());
        }
        return calls;
    }

    private void handOver() {
        Call<K, V> next;
        synchronized (this) {
            next = waiting.peek();
            reading = next != null;
        }
        if (next != null) {
            next.turn.complete(true);
        }
    }

    private void read(List<Call<K, V>> calls) {
        Set<K> keys = new LinkedHashSet<>();
        calls.forEach(call -> keys.add(call.key));
        try {
            Map<K, V> found = query.apply(keys);
            for (Call<K, V> call : calls) {
                call.value = found.get(call.key);
                call.failure = call.value == null ? new NoSuchElementException(call.key + " is not there") : null;
            }
        } catch (RuntimeException failure) {
            calls.forEach(call -> call.failure = failure);
        }
    }

    /** How many wait for the next query. */
    synchronized int waiting() {
        return waiting.size();
    }
}
