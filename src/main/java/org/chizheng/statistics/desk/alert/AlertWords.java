package org.chizheng.statistics.desk.alert;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.Messages;
import org.chizheng.common.Ui;
import org.chizheng.region.Regions;
import org.chizheng.statistics.rule.HolderRate;

/** Alerts as words. */
@RequestScoped
public class AlertWords {
    private final Regions regions;
    private final Ui ui;

    AlertWords(Regions regions, Ui ui) {
        this.regions = regions;
        this.ui = ui;
    }

    public String region(RateAlert alert) {
        return regions.find(alert.region())
                .map(region -> ui.pick(region.zh(), region.en()))
                .orElse(alert.region());
    }

    /** From which rate to which, and how many more have no valid certificate. */
    public String facts(RateAlert alert) {
        return Messages.get(
                ui.getLang(),
                "alert_facts",
                List.of(
                        alert.baseDay().toString(),
                        percent(alert.fall().coveredBefore(), alert.fall().requiredBefore()),
                        alert.day().toString(),
                        percent(alert.fall().coveredAfter(), alert.fall().requiredAfter()),
                        alert.fall().uncovered()));
    }

    /** By which limit it was raised. */
    public String limit(RateAlert alert) {
        return Messages.get(
                ui.getLang(),
                "alert_limit",
                List.of(
                        BigDecimal.valueOf(alert.limit().hundredths(), 2).toPlainString(),
                        alert.limit().people(),
                        alert.span().days()));
    }

    private String percent(long covered, long required) {
        return new HolderRate(covered, required)
                .percent()
                .map(percent -> percent.toPlainString() + "%")
                .orElse(ui.text("statistics_", "not_applicable"));
    }
}
