package org.chizheng.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Holder rate as JSON and as a page; public, because it holds rates and counts only. */
@Path("/")
@PermitAll
public class HolderRateResource {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private final HolderRates rates;
    private final Regions regions;
    private final OfficialClock clock;
    private final Ui ui;

    public HolderRateResource(HolderRates rates, Regions regions, OfficialClock clock, Ui ui) {
        this.rates = rates;
        this.regions = regions;
        this.clock = clock;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance holderRate(HolderRateView view, LocalDate today);
    }

    /** @param region code, 32 for the province; @param asOf a date, today if left out; @param knownAt a past instant, now if left out */
    @GET
    @Path("api/statistics/holder-rate")
    public HolderRateView json(
            @RestQuery @DefaultValue("32") String region, @RestQuery String asOf, @RestQuery String knownAt) {
        return rates.of(region(region), date(asOf), instant(knownAt));
    }

    @GET
    @Path("statistics/holder-rate")
    public TemplateInstance page(@RestQuery @DefaultValue("32") String region, @RestQuery String asOf) {
        return Templates.holderRate(rates.of(region(region), date(asOf), null), clock.today());
    }

    private RegionView region(String code) {
        return regions.find(code).orElseThrow(() -> invalid("region", "statistics_region", ""));
    }

    private LocalDate date(String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? clock.today() : LocalDate.parse(text);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new DateTimeException("out of reach");
            }
            return day;
        } catch (DateTimeException e) {
            throw invalid("asOf", "statistics_as_of", "yyyy-MM-dd");
        }
    }

    /** What will be known cannot be asked for: the answer would not stay the same. @return null when nothing is said */
    private Instant instant(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(EARLIEST.atStartOfDay(OfficialClock.ZONE).toInstant())
                    || instant.isAfter(clock.now())) {
                throw new DateTimeException("out of reach");
            }
            return instant;
        } catch (DateTimeException e) {
            throw invalid("knownAt", "statistics_known_at", "yyyy-MM-ddTHH:mm:ssZ");
        }
    }

    /** Names the field by its label and by its parameter. */
    private Refused invalid(String parameter, String label, String form) {
        return new Refused(
                CommonRefusal.FIELD_INVALID, Messages.get(ui.getLang(), label) + " (" + parameter + ")", form);
    }
}
