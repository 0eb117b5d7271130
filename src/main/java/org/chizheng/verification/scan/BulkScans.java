package org.chizheng.verification.scan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.fitness.bulk.BulkChecked;

/** Each certificate that decided a row of a bulk check was checked, and its holder may know by whom. */
@ApplicationScoped
class BulkScans {
    private final ScanLog log;
    private final Networks networks;

    BulkScans(ScanLog log, Networks networks) {
        this.log = log;
        this.networks = networks;
    }

    void checked(@Observes BulkChecked checked) {
        byte[] network = networks.index(checked.address());
        for (BulkChecked.Found found : checked.found()) {
            log.note(new Scan(
                    found.certificate(),
                    found.reason().name(),
                    Scan.Via.BULK,
                    network,
                    checked.enterprise(),
                    checked.at()));
        }
    }
}
