package org.chizheng.training;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person's training. kind: INITIAL, YEARLY, RENEWAL or AFTER_ACCIDENT.
 *
 * @param provider its name, or null where the enterprise trained by itself
 * @param enterprise its name, or null
 * @param trainer the trainer's name, or null
 */
public record TrainingView(
        UUID id,
        UUID personId,
        String name,
        String qualification,
        String kind,
        int hours,
        LocalDate startedOn,
        LocalDate endedOn,
        String content,
        boolean passed,
        String provider,
        String enterprise,
        String trainer) {}
