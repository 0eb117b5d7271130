package org.chizheng.training;

import java.time.LocalDate;

/**
 * A training to be recorded, as it was written.
 *
 * @param qualification code, or name in either language
 * @param kind INITIAL, YEARLY, RENEWAL or AFTER_ACCIDENT, or its name in either language
 * @param hours 1 to 2000
 * @param startedOn null if it was none
 * @param endedOn last day, not in the future; null if it was none
 * @param passed whether the training's own test was passed; null if that could not be read
 * @param trainer name or identity number of one of the provider's trainers, or blank
 * @param enterprise credit code of the enterprise that sent the person, or blank
 */
public record TrainingForm(
        String name,
        String idNumber,
        String qualification,
        String kind,
        Integer hours,
        LocalDate startedOn,
        LocalDate endedOn,
        String content,
        Boolean passed,
        String trainer,
        String enterprise) {}
