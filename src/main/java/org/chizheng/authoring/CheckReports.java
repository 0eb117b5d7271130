package org.chizheng.authoring;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/** The newest report of each subject, made anew when its items have changed. */
@ApplicationScoped
class CheckReports {
    private final Map<String, CheckReport> reports = new ConcurrentHashMap<>();
    private final CheckItems items;
    private final Laws laws;

    CheckReports(CheckItems items, Laws laws) {
        this.items = items;
        this.laws = laws;
    }

    CheckReport of(String subject) {
        String state = items.state(subject);
        CheckReport known = reports.get(subject);
        if (known != null && known.state().equals(state)) {
            return known;
        }
        CheckReport made = new CheckReport(state, items.of(subject), laws.editions());
        reports.put(subject, made);
        return made;
    }
}
