package org.chizheng.common;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Reads for many with one query: who comes while a query is under way goes together with all the others into the next. Nobody waits on purpose: a lone
 * caller reads at once, in its own thread. What group commit is for writing.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
public final class GroupRead<K, V> {
    private final int most;
    private final Executor executor;
    private final Function<Collection<K>, Map<K, V>> query;
    private final Map<K, CompletableFuture<V>> waiting = new LinkedHashMap<>();
    private boolean reading;

    /**
     * @param most keys of one query, so that what it holds in memory is bounded
     * @param executor reads for those who came while another read
     * @param query finds what exists of the keys
     */
    public GroupRead(int most, Executor executor, Function<Collection<K>, Map<K, V>> query) {
        this.executor = executor;
        this.most = most;
        this.query = query;
    }

    /**
     * @throws NoSuchElementException if there is none
     * @throws RuntimeException what the query threw
     */
    public V get(K key) {
        CompletableFuture<V> answer;
        boolean reads;
        synchronized (this) {
            answer = waiting.computeIfAbsent(key, k -> new CompletableFuture<>());
            reads = !reading;
            reading = true;
        }
        if (reads && readSome()) {
            executor.execute(this::readAll);
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Those who came meanwhile: the first caller is not kept for them. */
    private void readAll() {
        while (readSome()) {
            continue;
        }
    }

    /** @return whether others wait by now */
    private boolean readSome() {
        read(next());
        synchronized (this) {
            reading = !waiting.isEmpty();
            return reading;
        }
    }

    private synchronized Map<K, CompletableFuture<V>> next() {
        Map<K, CompletableFuture<V>> taken = new HashMap<>();
        Iterator<Map.Entry<K, CompletableFuture<V>>> entries =
                waiting.entrySet().iterator();
        while (entries.hasNext() && taken.size() < most) {
            Map.Entry<K, CompletableFuture<V>> entry = entries.next();
            taken.put(entry.getKey(), entry.getValue());
            entries.remove();
        }
        return taken;
    }

    private void read(Map<K, CompletableFuture<V>> asked) {
        try {
            Map<K, V> found = query.apply(asked.keySet());
            asked.forEach((key, answer) -> {
                V value = found.get(key);
                if (value == null) {
                    answer.completeExceptionally(new NoSuchElementException(key + " is not there"));
                } else {
                    answer.complete(value);
                }
            });
        } catch (RuntimeException failure) {
            asked.values().forEach(answer -> answer.completeExceptionally(failure));
        }
    }

    /** How many keys wait for the next query. */
    synchronized int waiting() {
        return waiting.size();
    }
}
