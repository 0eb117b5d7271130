package org.chizheng.statistics.forecast;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.DatedTerms;
import org.chizheng.common.Sql;

/** Numbers of the forecast that no text gives, as of a day: table {@code forecast_term}. */
@ApplicationScoped
public class ForecastTerms {
    private final Sql sql;

    public ForecastTerms(Sql sql) {
        this.sql = sql;
    }

    public DatedTerms<ForecastTerm> on(LocalDate day) {
        return DatedTerms.on(sql, "forecast_term", day);
    }
}
