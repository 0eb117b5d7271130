package org.chizheng.appeal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;

/** Prints result sheets, each time as the result stands then. Each printing is in the audit log, since a name leaves with it. */
@ApplicationScoped
class PrintingSheets {
    private final Printouts printouts;
    private final OfficialClock clock;
    private final Auditing auditing;

    PrintingSheets(Printouts printouts, OfficialClock clock, Auditing auditing) {
        this.printouts = printouts;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Transactional
    byte[] print(ResultSheet sheet) {
        return printed(printouts.of(sheet), "result", sheet.result());
    }

    @Transactional
    byte[] print(PracticalSheet sheet) {
        return printed(printouts.of(sheet), "practical result", sheet.result().id());
    }

    private byte[] printed(Printout printout, String what, UUID result) {
        auditing.note("printed result sheet", what, result, "");
        return SheetPress.print(printout, clock.now());
    }
}
