package org.chizheng.application;

import org.chizheng.common.Refused;

/** An application that is not accepted unread, with what keeps it from that. */
public final class NotReady extends Refused {
    private static final long serialVersionUID = 1L;
    private final transient Readiness.Ready ready;

    NotReady(Readiness.Ready ready) {
        super(ApplicationRefusal.NOT_READY);
        this.ready = ready;
    }

    public Readiness.Ready ready() {
        return ready;
    }
}
