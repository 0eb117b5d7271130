package org.chizheng.sitting;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.Workstations;
import org.chizheng.centre.Workstations.Workstation;
import org.chizheng.common.Refused;

import io.vertx.core.http.HttpServerRequest;

/** Nobody begins or opens a paper at another computer than that of the own seat, where the seat is bound to one. The virtual candidates of a rehearsal sit nowhere. */
@ApplicationScoped
class SeatGate {
    private final Admissions admissions;
    private final Workstations workstations;

    SeatGate(Admissions admissions, Workstations workstations) {
        this.admissions = admissions;
        this.workstations = workstations;
    }

    /** Before check-in there is no seat yet. @throws Refused WRONG_SEAT, with the seat to go to */
    void mustSitAtIts(UUID enrolment, HttpServerRequest request) {
        Workstation here = workstations.of(request);
        if (allows(admissions.of(enrolment), here)) {
            return;
        }
        Admission fresh = admissions.again(enrolment);
        if (!allows(fresh, here)) {
            throw new Refused(SittingRefusal.WRONG_SEAT, fresh.seat());
        }
    }

    private boolean allows(Admission admission, Workstation here) {
        return admission.binding().allows(here.address(), here.fingerprint())
                || admissions.room(admission.session()).rehearsal();
    }
}
