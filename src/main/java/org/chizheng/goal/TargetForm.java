package org.chizheng.goal;

/**
 * A target as a regulator enters it.
 *
 * @param kind null if it was none
 * @param region 32 for the province, else a city
 * @param persons null if it was no number
 * @param split for the province: COUNTIES, EQUAL or ENTERED
 * @param mark SOURCED, KNOWN, UNCERTAIN or DERIVED
 */
public record TargetForm(
        String reading,
        GoalKind kind,
        Integer year,
        String region,
        Long persons,
        String split,
        String mark,
        String source) {}
