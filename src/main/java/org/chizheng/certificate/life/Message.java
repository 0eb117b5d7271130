package org.chizheng.certificate.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A message to a holder or an employer, as their page shows it; the words are the template's.
 *
 * @param holder as the certificate names its holder
 * @param days before the last valid day on which it was due
 * @param sentAt null until a door for mail or text messages has taken it
 */
public record Message(
        UUID id,
        String template,
        UUID certificate,
        String holder,
        String qualification,
        int days,
        LocalDate validTo,
        Instant createdAt,
        Instant sentAt) {}
