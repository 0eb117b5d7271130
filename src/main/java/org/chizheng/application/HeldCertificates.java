package org.chizheng.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What certificates a person holds already; the later stage that issues them knows. */
public interface HeldCertificates {
    /** The last valid day of a certificate in this very qualification that runs on the day, or is suspended; empty when there is none. */
    Optional<LocalDate> runsUntil(UUID person, String qualification, LocalDate day);
}
