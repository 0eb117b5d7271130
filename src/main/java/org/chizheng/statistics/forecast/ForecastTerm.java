package org.chizheng.statistics.forecast;

/** Names of the numbers in table {@code forecast_term}, where unit, mark and source stand beside each. */
public enum ForecastTerm {
    LEAST_RESULTS,
    RESULT_MONTHS,
    TARGET_MONTHS
}
