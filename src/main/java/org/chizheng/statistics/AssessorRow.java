package org.chizheng.statistics;

import java.util.Locale;

import org.chizheng.statistics.rule.AssessorSeverity.Severity;

/** One assessor's severity as it is told: deviation in points with its sign, error null for a single shared candidate. */
public record AssessorRow(
        String assessor, int shared, String deviation, String error, boolean striking, boolean lenient) {
    static AssessorRow of(Severity severity) {
        return new AssessorRow(
                severity.assessor(),
                severity.shared(),
                String.format(Locale.ROOT, "%+.2f", severity.deviation()),
                severity.error().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", severity.error().getAsDouble())
                        : null,
                severity.striking(),
                severity.deviation() > 0);
    }
}
