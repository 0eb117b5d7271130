package org.chizheng.common;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A request that the rules refuse. Carries a named reason and what the text of the reason mentions, never personal data. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;
    private final transient List<Object> arguments;
    private final Duration retryAfter;

    public Refused(Reason reason, Object... arguments) {
        this(reason, null, List.of(arguments));
    }

    private Refused(Reason reason, Duration retryAfter, List<Object> arguments) {
        super(reason.name());
        this.reason = reason;
        this.arguments = arguments;
        this.retryAfter = retryAfter;
    }

    /** The same, with the time after which it may be asked again. */
    public Refused after(Duration wait) {
        return new Refused(reason, wait, arguments);
    }

    /** Empty where asking again does not help, or nobody knows when. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
