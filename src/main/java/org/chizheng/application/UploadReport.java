package org.chizheng.application;

import java.util.List;

/** What would become of the rows of a sheet. */
public record UploadReport(List<EnterpriseRows.Answered> rows) {
    public UploadReport {
        rows = List.copyOf(rows);
    }

    public long fresh() {
        return EnterpriseApplying.count(rows, EnterpriseRows.Outcome.NEW);
    }

    public long already() {
        return EnterpriseApplying.count(rows, EnterpriseRows.Outcome.ALREADY);
    }

    public long refused() {
        return EnterpriseApplying.count(rows, EnterpriseRows.Outcome.REFUSED);
    }
}
