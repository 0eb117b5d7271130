package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupReadTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<Collection<Integer>> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void end() {
        held.countDown();
        executor.shutdownNow();
    }

    private Map<Integer, String> squares(Collection<Integer> keys) {
        queries.add(List.copyOf(keys));
        return keys.stream().filter(k -> k >= 0).collect(Collectors.toMap(k -> k, k -> "" + k * k));
    }

    /** The first query does not end before the others have come. */
    private Map<Integer, String> slowAtFirst(Collection<Integer> keys) {
        Map<Integer, String> found = squares(keys);
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private List<CompletableFuture<String>> askWhileTheFirstIsRead(
            GroupRead<Integer, String> read, List<Integer> keys) {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        answers.add(CompletableFuture.supplyAsync(() -> read.get(0), executor));
        Awaitility.await().until(() -> !queries.isEmpty());
        keys.forEach(key -> answers.add(CompletableFuture.supplyAsync(() -> read.get(key), executor)));
        Awaitility.await().until(() -> read.waiting() == keys.size());
        held.countDown();
        return answers;
    }

    private CompletableFuture<String> ask(GroupRead<Integer, String> read, int key) {
        return read.ask(key, executor, (found, failure) -> {
            if (failure != null) {
                throw failure;
            }
            return found;
        });
    }

    @Test
    void aLoneCallerReadsInItsOwnThread() {
        List<Thread> threads = new ArrayList<>();
        GroupRead<Integer, String> read = new GroupRead<>(10, keys -> {
            threads.add(Thread.currentThread());
            return squares(keys);
        });
        assertThat(read.get(3)).isEqualTo("9");
        assertThat(read.get(4)).isEqualTo("16");
        assertThat(queries).containsExactly(List.of(3), List.of(4));
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void whoComesWhileAQueryIsUnderWayGoesTogetherIntoTheNext() {
        GroupRead<Integer, String> read = new GroupRead<>(10, this::slowAtFirst);
        List<CompletableFuture<String>> answers = askWhileTheFirstIsRead(read, List.of(1, 2, 3, 3));
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly("0", "1", "4", "9", "9");
        assertThat(queries).hasSize(2);
        assertThat(queries.get(1)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void noQueryAsksForMoreThanTheMost() {
        GroupRead<Integer, String> read = new GroupRead<>(2, this::slowAtFirst);
        List<CompletableFuture<String>> answers = askWhileTheFirstIsRead(read, List.of(1, 2, 3, 4, 5));
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactly("0", "1", "4", "9", "16", "25");
        assertThat(queries.stream().map(Collection::size)).containsExactly(1, 2, 2, 1);
    }

    @Test
    void whatIsMissingFailsForItsCallerOnly() {
        GroupRead<Integer, String> read = new GroupRead<>(10, this::slowAtFirst);
        List<CompletableFuture<String>> answers = askWhileTheFirstIsRead(read, List.of(-1, 2));
        assertThat(answers.get(2).join()).isEqualTo("4");
        assertThatThrownBy(() -> answers.get(1).join()).hasCauseInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aFailedQueryFailsAllWhoWaitedForItAndNobodyAfter() {
        List<Integer> failing = new CopyOnWriteArrayList<>(List.of(7));
        GroupRead<Integer, String> read = new GroupRead<>(10, keys -> {
            if (keys.stream().anyMatch(key -> failing.remove(key))) {
                throw new IllegalStateException("no line");
            }
            return squares(keys);
        });
        assertThatThrownBy(() -> read.get(7))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no line");
        assertThat(read.get(8)).isEqualTo("64");
    }

    /** As when all of a hall start at once and every thread of the service waits here. */
    @Test
    void itGoesOnWhenAllThreadsOfThePoolWaitForIt() {
        ExecutorService few = Executors.newFixedThreadPool(4);
        GroupRead<Integer, String> read = new GroupRead<>(3, this::slowAtFirst);
        List<CompletableFuture<String>> answers = IntStream.range(0, 200)
                .mapToObj(key -> CompletableFuture.supplyAsync(() -> read.get(key), few))
                .toList();
        Awaitility.await().until(() -> read.waiting() == 3);
        held.countDown();
        assertThat(answers.stream()
                        .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join()))
                .hasSize(200)
                .endsWith("39601");
        few.shutdown();
    }

    @Test
    void whoDoesNotWaitGoesTogetherWithThoseWhoDo() {
        GroupRead<Integer, String> read = new GroupRead<>(10, this::slowAtFirst);
        CompletableFuture<String> first = ask(read, 0);
        Awaitility.await().until(() -> !queries.isEmpty());
        CompletableFuture<String> waits = CompletableFuture.supplyAsync(() -> read.get(1), executor);
        Awaitility.await().until(() -> read.waiting() == 1);
        CompletableFuture<String> asks = ask(read, 2);
        CompletableFuture<String> missing = ask(read, -1);
        assertThat(first).isNotDone();
        held.countDown();
        assertThat(List.of(first.join(), waits.join(), asks.join())).containsExactly("0", "1", "4");
        assertThatThrownBy(missing::join).hasCauseInstanceOf(NoSuchElementException.class);
        assertThat(queries).containsExactly(List.of(0), List.of(1, 2, -1));
    }

    @Test
    void whoDoesNotWaitIsToldOfAFailureAndTheNextOneIsReadAgain() {
        GroupRead<Integer, String> read = new GroupRead<>(10, keys -> {
            if (keys.contains(13)) {
                throw new IllegalStateException("no database");
            }
            return squares(keys);
        });
        assertThatThrownBy(ask(read, 13)::join)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no database");
        assertThat(ask(read, 2).join()).isEqualTo("4");
    }

    @Test
    void theNextQueryDoesNotWaitForWhatIsDoneWithTheAnswersBefore() {
        GroupRead<Integer, String> read = new GroupRead<>(10, this::slowAtFirst);
        ask(read, 0);
        Awaitility.await().until(() -> !queries.isEmpty());
        ask(read, 1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = read.ask(2, executor, (found, failure) -> {
            try {
                return done.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        held.countDown();
        Awaitility.await().until(() -> queries.size() == 2);
        CompletableFuture<String> next = ask(read, 3);
        assertThat(next.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("9");
        assertThat(busy).isNotDone();
        done.countDown();
    }

    @Test
    void whatIsDoneWithAnAnswerIsNeverDoneInTheCallersOwnThread() {
        GroupRead<Integer, String> read = new GroupRead<>(10, this::squares);
        List<CompletableFuture<Thread>> threads = IntStream.range(0, 2000)
                .mapToObj(key -> read.ask(key, executor, (found, failure) -> Thread.currentThread()))
                .toList();
        assertThat(threads.stream().map(CompletableFuture::join)).doesNotContain(Thread.currentThread());
    }
}
