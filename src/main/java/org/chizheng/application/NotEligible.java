package org.chizheng.application;

import java.util.List;

import org.chizheng.common.Refused;

/** An application that the policy does not allow, with everything that stands against it. */
public final class NotEligible extends Refused {
    private static final long serialVersionUID = 1L;
    private final transient List<ObjectionView> objections;

    NotEligible(List<ObjectionView> objections) {
        super(ApplicationRefusal.NOT_ELIGIBLE, objections.size());
        this.objections = List.copyOf(objections);
    }

    public List<ObjectionView> objections() {
        return objections;
    }
}
