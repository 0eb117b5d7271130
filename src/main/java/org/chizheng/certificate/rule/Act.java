package org.chizheng.certificate.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an officer can do to a certificate, and when. An end stands for good: nothing can be done to a certificate that was revoked, withdrawn, cancelled or replaced. */
public enum Act {
    SUSPEND("SUSPENDED"),
    REINSTATE("REINSTATED"),
    REVOKE("REVOKED"),
    WITHDRAW("WITHDRAWN"),
    CANCEL("CANCELLED");

    private final String kind;

    Act(String kind) {
        this.kind = kind;
    }

    /** The event that it leaves. */
    public String kind() {
        return kind;
    }

    /**
     * What stands against it: ENDED, EXPIRED, ALREADY_SUSPENDED, NOT_SUSPENDED or BEFORE_LAST_EVENT; empty when it may be done.
     *
     * @param from its effective day
     * @param events of the certificate, those to come included: what was decided for next week cannot be decided again
     */
    public Optional<String> objection(LocalDate from, LocalDate validTo, List<Standing.Event> events) {
        boolean replacedLater = events.stream()
                .anyMatch(e -> e.kind().equals("SUPERSEDED") && e.effectiveOn().isAfter(from));
        if (events.stream()
                        .anyMatch(e ->
                                Standing.ENDS.contains(e.kind()) && !e.kind().equals("SUPERSEDED"))
                || !replacedLater && events.stream().anyMatch(e -> e.kind().equals("SUPERSEDED"))) {
            return Optional.of("ENDED");
        }
        boolean suspended = Standing.isSuspended(events);
        if (this == SUSPEND && suspended) {
            return Optional.of("ALREADY_SUSPENDED");
        }
        if (this == REINSTATE && !suspended) {
            return Optional.of("NOT_SUSPENDED");
        }
        boolean pauses = this == SUSPEND || this == REINSTATE;
        if (pauses
                && events.stream()
                        .anyMatch(
                                e -> e.effectiveOn().isAfter(from) && !e.kind().equals("SUPERSEDED"))) {
            return Optional.of("BEFORE_LAST_EVENT");
        }
        return this == SUSPEND && from.isAfter(validTo) ? Optional.of("EXPIRED") : Optional.empty();
    }
}
