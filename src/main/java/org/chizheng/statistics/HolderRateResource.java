package org.chizheng.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Holder rate as JSON and as a page; public, because it holds rates and counts only. */
@Path("/")
@PermitAll
public class HolderRateResource {
    private final HolderRates rates;
    private final OfficialClock clock;

    public HolderRateResource(HolderRates rates, OfficialClock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance holderRate(HolderRateView view, LocalDate today);
    }

    /** @param region code, 32 for the province; @param asOf a date, today if left out; @param knownAt an instant, now if left out */
    @GET
    @Path("api/statistics/holder-rate")
    public HolderRateView json(
            @RestQuery @DefaultValue("32") String region, @RestQuery String asOf, @RestQuery String knownAt) {
        return rates.of(region, date(asOf), instant(knownAt));
    }

    @GET
    @Path("statistics/holder-rate")
    public TemplateInstance page(@RestQuery @DefaultValue("32") String region, @RestQuery String asOf) {
        return Templates.holderRate(rates.of(region, date(asOf), clock.now()), clock.today());
    }

    private LocalDate date(String text) {
        try {
            return text == null || text.isBlank() ? clock.today() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "asOf", "yyyy-MM-dd");
        }
    }

    private Instant instant(String text) {
        try {
            return text == null || text.isBlank() ? clock.now() : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "knownAt", "yyyy-MM-ddTHH:mm:ssZ");
        }
    }
}
