package org.chizheng.common;

import java.util.List;

/** A request that the rules refuse. Carries a named reason and what the text of the reason mentions, never personal data. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Reason reason;
    private final transient List<Object> arguments;

    public Refused(Reason reason, Object... arguments) {
        super(reason.name());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
