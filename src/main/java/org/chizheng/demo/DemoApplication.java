package org.chizheng.demo;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.ApplyForm;
import org.chizheng.application.Applying;

/** One application of the demo candidate that waits for its answer. */
@ApplicationScoped
class DemoApplication {
    private final Applying applying;

    DemoApplication(Applying applying) {
        this.applying = applying;
    }

    /** For low-voltage work at Jiangning, near the demo's first centre. */
    void make(UUID candidate) {
        ApplyForm form = ApplyForm.of(Map.of(
                "qualification", "operator-low-voltage-electrical",
                "kind", "INITIAL",
                "region", "320115",
                "education", "COLLEGE",
                "occupation", "设备维修（演示）",
                "health", "NONE",
                "undertaken", "true"));
        applying.apply(candidate, form, new Applying.Sender("CANDIDATE", null, "account:candidate"));
    }
}
