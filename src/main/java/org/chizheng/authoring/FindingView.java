package org.chizheng.authoring;

import java.util.List;

/** What a check found, as a page tells it; check and why: ends of message keys. */
public record FindingView(String check, String why, String detail, String silenced) {
    static List<FindingView> of(List<Checking.Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingView(
                        finding.check(), finding.check() + "_why", finding.detail(), finding.silenced()))
                .toList();
    }
}
