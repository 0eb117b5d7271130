package org.chizheng.common;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Outside of the transaction, so that it is committed before the turn ends. */
@Swept
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class SweptInterceptor {
    private final Sweeps sweeps;

    SweptInterceptor(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @AroundInvoke
    Object turn(InvocationContext sweep) throws Exception {
        if (!sweeps.enter()) {
            return null;
        }
        try {
            return sweep.proceed();
        } finally {
            sweeps.leave();
        }
    }
}
