package org.chizheng.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/** The parts of examinations by their names. */
@ApplicationScoped
class Parts {
    private final Instance<PartRecheck> parts;

    Parts(@Any Instance<PartRecheck> parts) {
        this.parts = parts;
    }

    /** @throws Refused NOT_FOUND */
    PartRecheck get(String part) {
        return parts.stream()
                .filter(one -> one.part().equals(part))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}
