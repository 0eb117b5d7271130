package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.chizheng.statistics.figures.rule.Law;

import io.agroal.api.AgroalDataSource;

/** How a rebuild lays down a set of tables that nobody reads: the people in parts, then their stretches and the sums, then the indexes, as much at the same time as there are processors. */
final class Laying {
    private final AgroalDataSource source;
    private final Cells cells;
    private final Laws laws;
    private final int generation;

    Laying(AgroalDataSource source, Cells cells, Laws laws, int generation) {
        this.source = source;
        this.cells = cells;
        this.laws = laws;
        this.generation = generation;
    }

    void clear() throws SQLException {
        own("SELECT figure_clear(" + generation + ")");
    }

    /** From the facts as the snapshot has them. The law is read after it: a change in between has left a word that the snapshot does not hold, and is not forgotten. */
    void lay(Snapshot snapshot) throws SQLException {
        Law law = laws.law();
        int parts = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
        List<UUID> ends = snapshot.ends(parts);
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(2, ends.size() + 1));
        try {
            List<Callable<Curves>> fillings = new ArrayList<>();
            for (int part = 0; part <= ends.size(); part++) {
                Facts.Reach reach = new Facts.Reach(
                        null, part == 0 ? null : ends.get(part - 1), part == ends.size() ? null : ends.get(part));
                fillings.add(new Filling(source, cells, law, snapshot.id(), reach)::fill);
            }
            Curves curves = new Curves();
            together(threads, fillings).forEach(curves::add);
            together(
                    threads,
                    List.of(
                            step("SELECT figure_lay(" + generation + ", 0)"),
                            step("SELECT figure_lay(" + generation + ", 1)"),
                            () -> {
                                Filling.copy(source, generation, curves);
                                own("SELECT figure_index(" + generation + ", 'sum')");
                                return null;
                            }));
            together(
                    threads,
                    List.of(
                            step("SELECT figure_index(" + generation + ", 'person')"),
                            step("SELECT figure_index(" + generation + ", 'enterprise')")));
            own("SELECT figure_laid(" + generation + ")");
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Void> step(String statement) {
        return () -> {
            own(statement);
            return null;
        };
    }

    /** Until all of them are done, or one has failed. */
    private static <T> List<T> together(ExecutorService threads, List<Callable<T>> steps) {
        List<Future<T>> begun = new ArrayList<>();
        steps.forEach(step -> begun.add(threads.submit(step)));
        List<T> done = new ArrayList<>();
        try {
            for (Future<T> step : begun) {
                done.add(step.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return done;
    }

    /** In a transaction of its own. */
    private void own(String statement) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement run = connection.prepareStatement(statement)) {
            run.execute();
        }
    }
}
