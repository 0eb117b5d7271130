package org.chizheng.application;

import java.util.List;

import org.chizheng.workforce.EnterpriseView;

/**
 * An enterprise's page of applications.
 *
 * @param waiting sheets that wait for its word
 * @param rows most of a sheet
 */
public record EnterpriseDesk(EnterpriseView enterprise, List<EnterpriseUploads.Upload> waiting, int rows) {
    public EnterpriseDesk {
        waiting = List.copyOf(waiting);
    }
}
