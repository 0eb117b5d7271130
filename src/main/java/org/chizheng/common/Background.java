package org.chizheng.common;

import java.util.concurrent.Executor;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Runs what nobody waits for. A task takes nothing along from whoever asked for it: neither the request, nor its identity, nor a transaction, which two threads would then use at once.
 * The injected ManagedExecutor hands on all of these.
 */
@ApplicationScoped
public class Background implements Executor {
    private final Executor executor = ManagedExecutor.builder()
            .propagated()
            .cleared(ThreadContext.ALL_REMAINING)
            .build();

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }
}
