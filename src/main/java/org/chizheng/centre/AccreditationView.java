package org.chizheng.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a centre may examine in, up to and with validTo; endReason says why it ends early, or is null. */
public record AccreditationView(
        UUID id,
        UUID centreId,
        String number,
        LocalDate validFrom,
        LocalDate validTo,
        String endReason,
        List<String> qualifications) {
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validTo);
    }
}
