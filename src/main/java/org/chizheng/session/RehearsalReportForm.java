package org.chizheng.session;

import jakarta.validation.constraints.Min;

/** What the driver found: it alone knows which answers the service had acknowledged. */
public record RehearsalReportForm(
        @Min(1) int candidates,
        @Min(0) int saves,
        @Min(0) long p99Micros,
        @Min(0) int lost,
        @Min(0) int wrong) {}
