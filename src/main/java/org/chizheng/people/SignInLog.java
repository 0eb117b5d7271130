package org.chizheng.people;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;

/** Each sign-in, good or refused, stands in the audit log; what was typed does not. */
@ApplicationScoped
public class SignInLog {
    private final Auditing auditing;

    public SignInLog(Auditing auditing) {
        this.auditing = auditing;
    }

    /** @param subject account or enrolment */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void signedIn(String subject, UUID id) {
        auditing.note("signed in", subject, id, "");
    }

    /** @param id null when the name is nobody's */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void refused(String subject, UUID id) {
        auditing.note("was refused sign-in", subject, id == null ? "unknown" : id, "");
    }
}
